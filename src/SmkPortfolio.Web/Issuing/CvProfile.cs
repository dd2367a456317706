using AutoMapper;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Portfolios;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Shapes of the portfolio that papers print as they are.</summary>
public sealed class CvProfile : Profile
{
    public CvProfile() => CreateMap<LanguageSkill, CvLanguage>();
}
