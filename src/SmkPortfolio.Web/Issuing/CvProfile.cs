using AutoMapper;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Portfolios;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Shapes of the portfolio that papers print as they are.</summary>
public sealed class CvProfile : Profile
{
    public CvProfile() => CreateMap<LanguageSkill, CvLanguage>()
        .ForMember(l => l.Grid, map => map.MapFrom(l => l.Grid == null ? Array.Empty<string>() : l.Grid.Split(' ', StringSplitOptions.None)));
}
