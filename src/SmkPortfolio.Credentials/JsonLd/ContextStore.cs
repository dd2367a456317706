using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace SmkPortfolio.Credentials.JsonLd;

/// <summary>The embedded contexts and what was already worked out from them.</summary>
internal static class ContextStore
{
    public const string CredentialsV2 = "https://www.w3.org/ns/credentials/v2";
    public const string OpenBadges303 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    public const string Ed25519Signature2020 = "https://w3id.org/security/suites/ed25519-2020/v1";

    // Enough for every honest document; a hostile one can fill it, which costs speed and nothing else.
    private const int MaxRemembered = 256;

    private static readonly Dictionary<string, Lazy<LocalContext>> Files = new(StringComparer.Ordinal)
    {
        [CredentialsV2] = new(() => Load("credentials-v2.json")),
        [OpenBadges303] = new(() => Load("ob-3.0.3.json")),
        [Ed25519Signature2020] = new(() => Load("ed25519-2020-v1.json")),
    };

    private static readonly ConcurrentDictionary<ContextStep, ActiveContext> Remembered = new();

    public static bool Knows(string url) => Files.ContainsKey(url);

    /// <summary>One of the two that we issue with.</summary>
    public static bool IsOurs(string url) => url is CredentialsV2 or OpenBadges303;

    public static LocalContext Get(string url) =>
        Files.TryGetValue(url, out var file) ? file.Value : throw new JsonLdException("context-not-allowed", url);

    public static bool TryRecall(ContextStep step, out ActiveContext? result) => Remembered.TryGetValue(step, out result);

    public static void Remember(ContextStep step, ActiveContext result)
    {
        if (Remembered.Count < MaxRemembered) Remembered.TryAdd(step, result);
    }

    private static LocalContext Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("contexts/" + name)
            ?? throw new InvalidOperationException($"The context {name} is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return LocalContext.Read(document.RootElement.GetProperty("@context").Clone());
    }
}

/// <summary>One application of a local context; classes inside compare by reference, which is what makes it a key.</summary>
internal readonly record struct ContextStep(ActiveContext Active, LocalContext Local, bool Propagate, bool OverrideProtected);
