using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Files that somebody might drop on the check, good and hostile, each with the one right answer.</summary>
internal static class CheckCases
{
    public static IReadOnlyList<CheckCase> All { get; } = [.. OwnCases.All(), .. StatusCases.All(), .. ClosedCases.All(), .. JwtCases.All(), .. StrangerCases.All(), .. HostileCases.All(), .. PaperCases.All()];

    /// <summary>Writes every case as files and <c>cases.json</c>, so that another program can be held to the same answers.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        string Save(string name, byte[] bytes)
        {
            var digest = Samples.Sha256(bytes);
            if (written.TryGetValue(digest, out var known)) return known;
            if (File.Exists(Path.Combine(folder, name))) name = Path.GetFileNameWithoutExtension(name) + "-" + digest[..12] + Path.GetExtension(name);
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
            return written[digest] = name;
        }
        string Register(RegisterContent content) => Save("register.jws", Encoding.ASCII.GetBytes(RegisterFile.Sign(content, Samples.Platform)));
        Register(Forge.Register);
        var cases = All.Select(one => new JsonObject
        {
            ["name"] = one.Name,
            ["file"] = Save($"{one.Name}-{one.FileName}", one.File),
            ["register"] = one.Register is null ? null : Register(one.Register),
            ["lists"] = JsonWrite.Array(one.Before.Select(list => (Key: AddressOf(list), Value: list)).Concat(one.Lists.Select(list => (list.Key, list.Value)))
                .Select(list => new JsonObject { ["url"] = list.Key, ["file"] = Save("status.json", list.Value) })),
            ["now"] = Timestamp.Utc(one.Now),
            ["verdict"] = WireNames.Of(one.Verdict),
            ["reasonCode"] = one.ReasonCode,
        });
        File.WriteAllBytes(Path.Combine(folder, "cases.json"), JsonWrite.Bytes(JsonWrite.Array(cases)));
    }

    private static string AddressOf(byte[] list) => JsonNode.Parse(list)!["id"]!.GetValue<string>();
}
