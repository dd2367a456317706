using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmkPortfolio.Web.Issuing;

/// <summary>What is to be printed: lines in order, and which personal facts. All facts are off unless they are asked for.</summary>
public sealed record PaperOrder(string Language, IReadOnlyList<Guid> Entries, bool Photo, bool BirthDate, bool Address, bool Contact, bool ShowPhoto = false, bool ShowBirthYear = false)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A name of <see cref="Cv.CvFormats"/>.</summary>
    public string Format { get; init; } = "drh";

    public bool Gender { get; init; }

    public bool Nationality { get; init; }

    public bool EraDates { get; init; }

    public bool Letter { get; init; }

    /// <summary>The holder's own link to the shared portfolio whose address is printed; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Share { get; init; }

    /// <summary>For whom it is made, in the holder's words; never printed.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Names the request: the same one never makes two papers.</summary>
    [JsonIgnore]
    public Guid? RequestId { get; init; }

    [JsonIgnore]
    public Guid? BatchId { get; init; }

    /// <summary>
    /// The order as it holds for a holder of that age: sex, nationality and the street are for adults who ask for them on this one paper.
    /// </summary>
    public PaperOrder For(bool minor) => minor ? this with { Gender = false, Nationality = false, Address = false } : this;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The order as it was kept, or null when the text is none.</summary>
    public static PaperOrder? FromJson(string json)
    {
        try
        {
            return json.Length == 0 ? null : JsonSerializer.Deserialize<PaperOrder>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
