using System.Text;
using System.Text.Json;
using SmkPortfolio.Cv;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

public class CvJsonTests
{
    [Fact]
    public void Content_survives_the_way_through_json_without_the_picture()
    {
        var content = CvSamples.WithEntries(8, TestPicture.Jpeg);
        var json = CvJson.Serialize(content);

        var back = CvJson.Deserialize(json);

        Assert.Equal(json, CvJson.Serialize(back));
        Assert.Null(back.Person.Photo);
        Assert.DoesNotContain("\"photo\":", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_are_iso_dates_and_nothing_is_left_out_silently()
    {
        using var json = JsonDocument.Parse(CvJson.Serialize(CvSamples.WithEntries(3)));
        var person = json.RootElement.GetProperty("person");

        Assert.Equal("2008-05-12", person.GetProperty("birthDate").GetString());
        Assert.Equal(3, json.RootElement.GetProperty("entries").GetArrayLength());
        Assert.Equal("24132 7212 2 0001234 2026", json.RootElement.GetProperty("entries")[2].GetProperty("facts")[0].GetProperty("value").GetString());
        Assert.True(json.RootElement.GetProperty("verification").TryGetProperty("registerKey", out _));
    }

    [Fact]
    public void Null_is_no_content() => Assert.Throws<JsonException>(() => CvJson.Deserialize("null"u8));
}
