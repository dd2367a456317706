using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.UnitTests.Domain;

public class ReferenceTests
{
    [Fact]
    public void The_official_list_has_ten_fields_and_fifty_programs()
    {
        Assert.Equal(10, StudyFields.All.Count(f => f.Program is null));
        Assert.Equal(50, StudyFields.All.Count(f => f is { Program: not null, Concentration: null }));
    }

    [Fact]
    public void A_code_leads_to_its_names_from_the_narrowest_up()
    {
        Assert.Equal(new StudyField("2.3.1", "Teknologi Manufaktur dan Rekayasa", "Teknik Pengelasan dan Fabrikasi Logam", "Teknik Pengelasan"), StudyFields.Find("2.3.1"));
        Assert.Equal("Teknik Pengelasan dan Fabrikasi Logam", StudyFields.Find("2.3")!.Name);
        Assert.Equal("Teknologi Manufaktur dan Rekayasa", StudyFields.Find("2")!.Name);
        Assert.Null(StudyFields.Find("2.3.99"));
    }

    [Theory]
    [InlineData("2.3.1", "Las", "Teknik Pengelasan")]
    [InlineData("2.2", "Teknik Sepeda Motor", "Teknik Sepeda Motor")]
    [InlineData("2.2", "", "Teknik Otomotif")]
    [InlineData("99.9", "Belum terdaftar", "Belum terdaftar")]
    public void A_class_shows_the_official_name_of_a_coded_konsentrasi_and_else_its_own(string code, string entered, string shown) =>
        Assert.Equal(shown, ClassGroup.Of(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "XI", 11, code, entered).StudyName);

    [Theory]
    [InlineData("JP", "Jepang", "Japan")]
    [InlineData("ID", "Indonesia", "Indonesia")]
    public void A_country_has_a_name_in_both_languages(string code, string id, string en) =>
        Assert.Equal((id, en), (Countries.Name(code)!.In("id"), Countries.Name(code)!.In("en")));

    [Fact]
    public void A_code_that_no_country_has_leads_nowhere() => Assert.Null(Countries.Name("XX"));
}
