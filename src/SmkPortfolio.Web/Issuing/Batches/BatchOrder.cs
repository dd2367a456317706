using System.Security.Cryptography;
using System.Text.Json;
using SmkPortfolio.Cv;

namespace SmkPortfolio.Web.Issuing.Batches;

/// <summary>What is ordered for each student of a batch. The lines are chosen when the paper is made, student by student.</summary>
/// <param name="Switches">Language, format and personal facts; without lines.</param>
/// <param name="ConfirmedOnly">Leaves out what stands on the student's own word.</param>
public sealed record BatchOrder(PaperOrder Switches, bool ConfirmedOnly)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static BatchOrder FromJson(string json) => JsonSerializer.Deserialize<BatchOrder>(json, Json) ?? throw new JsonException("The order of a batch is empty.");

    /// <summary>
    /// The order for one student. The school prints for somebody who is not asked: of a minor it tells nothing but name, school and work, and
    /// the check page never shows more than the paper's holder has switched on.
    /// </summary>
    public PaperOrder For(Guid batchId, Guid personId, bool isMinor, IReadOnlyList<Guid> entries) => Switches with
    {
        Entries = entries,
        Photo = Switches.Photo && !isMinor,
        BirthDate = Switches.BirthDate && !isMinor,
        Gender = Switches.Gender && !isMinor,
        Nationality = Switches.Nationality && !isMinor,
        Address = Switches.Address && !isMinor,
        Contact = Switches.Contact && !isMinor,
        ShowPhoto = false,
        ShowBirthYear = false,
        RequestId = RequestOf(batchId, personId),
        BatchId = batchId,
    };

    /// <summary>The same for the same student of the same batch, whoever asks and how often: so nobody gets two papers out of one.</summary>
    public static Guid RequestOf(Guid batchId, Guid personId)
    {
        Span<byte> both = stackalloc byte[32];
        batchId.TryWriteBytes(both);
        personId.TryWriteBytes(both[16..]);
        return new Guid(SHA256.HashData(both).AsSpan(0, 16));
    }

    /// <summary>Whether a fact may be asked for at all on papers of that format.</summary>
    public static bool Carries(CvFormat format, CvFields field) => format.Allowed.HasFlag(field);
}
