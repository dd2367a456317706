using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Registers;

/// <summary>The register's payload, written and read by hand so that a missing or odd member is seen and not defaulted.</summary>
internal static class RegisterJson
{
    public static JsonObject Write(RegisterContent content, string platformDid)
    {
        var json = Undated(content, platformDid);
        json.Insert(1, "issuedAt", Timestamp.Utc(content.IssuedAt));
        return json;
    }

    /// <summary>What it says besides its date, which changes with every signature.</summary>
    public static JsonObject Undated(RegisterContent content, string platformDid)
    {
        var json = new JsonObject
        {
            ["origin"] = content.Origin,
            ["platform"] = new JsonObject { ["did"] = platformDid, ["keys"] = Keys(content.PlatformKeys) },
            ["formerOrigins"] = JsonWrite.Strings(content.FormerOrigins),
            ["schools"] = JsonWrite.Array(content.Schools.Select(School)),
            ["persons"] = JsonWrite.Array(content.Persons.Select(Person)),
        };
        if (content.Log is { } log) json["log"] = new JsonObject { ["origin"] = log.Origin, ["keys"] = Keys(log.Keys) };
        return json;
    }

    public static RegisterContent? Read(JsonElement payload)
    {
        try
        {
            return new RegisterContent(
                Text(payload, "origin"),
                Instant(payload, "issuedAt"),
                Keys(payload.GetProperty("platform")),
                [.. Items(payload, "schools").Select(School)],
                [.. Items(payload, "persons").Select(Person)])
            {
                FormerOrigins = [.. Items(payload, "formerOrigins").Select(x => x.GetString() ?? throw new FormatException())],
                Log = payload.TryGetProperty("log", out var log) ? new RegisterLog(Text(log, "origin"), Keys(log)) : null,
            };
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonObject School(RegisterSchool school)
    {
        var json = new JsonObject
        {
            ["npsn"] = school.Npsn,
            ["name"] = school.Name,
            ["did"] = school.Did,
            ["keys"] = Keys(school.Keys),
            ["pdfCertificates"] = JsonWrite.Strings(school.PdfCertificateSha256.Select(x => x.ToLowerInvariant())),
            ["from"] = Timestamp.Utc(school.From),
        };
        Put(json, "to", school.To);
        if (school.SuccessorNpsn is not null) json["successor"] = school.SuccessorNpsn;
        if (school.CompromisedPdfCertificateSha256.Count > 0) json["compromisedPdfCertificates"] = JsonWrite.Strings(school.CompromisedPdfCertificateSha256.Select(x => x.ToLowerInvariant()));
        return json;
    }

    private static JsonObject Person(RegisterPerson person)
    {
        var json = new JsonObject { ["did"] = person.Did, ["role"] = person.Role };
        if (person.Npsn is not null) json["npsn"] = person.Npsn;
        if (person.PartnerId is { } partner) json["partner"] = partner.ToString("D");
        json["keys"] = Keys(person.Keys);
        json["from"] = Timestamp.Utc(person.From);
        Put(json, "to", person.To);
        return json;
    }

    private static JsonArray Keys(IEnumerable<RegisterKey> keys) => JsonWrite.Array(keys.Select(key =>
    {
        var json = new JsonObject { ["multikey"] = key.Multikey, ["from"] = Timestamp.Utc(key.From) };
        Put(json, "retiredAt", key.RetiredAt);
        Put(json, "compromisedAt", key.CompromisedAt);
        return (JsonNode)json;
    }));

    private static void Put(JsonObject json, string name, DateTimeOffset? value)
    {
        if (value is { } instant) json[name] = Timestamp.Utc(instant);
    }

    private static RegisterSchool School(JsonElement json) => new(
        Text(json, "npsn"), Text(json, "name"), Text(json, "did"), Keys(json),
        [.. Items(json, "pdfCertificates").Select(x => x.GetString() ?? throw new FormatException())], Instant(json, "from"))
    {
        To = OptionalInstant(json, "to"),
        SuccessorNpsn = json.Text("successor"),
        CompromisedPdfCertificateSha256 = json.TryGetProperty("compromisedPdfCertificates", out _) ? [.. Items(json, "compromisedPdfCertificates").Select(x => x.GetString() ?? throw new FormatException())] : [],
    };

    private static RegisterPerson Person(JsonElement json) => new(
        Text(json, "did"), Text(json, "role"), json.Text("npsn"),
        json.Text("partner") is { } partner ? Guid.ParseExact(partner, "D") : null, Keys(json), Instant(json, "from"))
    {
        To = OptionalInstant(json, "to"),
    };

    private static List<RegisterKey> Keys(JsonElement owner) => [.. Items(owner, "keys").Select(json =>
        new RegisterKey(Text(json, "multikey"), Instant(json, "from"))
        {
            RetiredAt = OptionalInstant(json, "retiredAt"),
            CompromisedAt = OptionalInstant(json, "compromisedAt"),
        })];

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) => json.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement json, string name) => json.Text(name) ?? throw new FormatException(name);

    private static DateTimeOffset Instant(JsonElement json, string name) => json.Instant(name) ?? throw new FormatException(name);

    private static DateTimeOffset? OptionalInstant(JsonElement json, string name) =>
        json.TryGetProperty(name, out _) ? Instant(json, name) : null;
}
