using System.Text.Json;

namespace SmkPortfolio.Domain.Reference;

/// <summary>The code lists of <c>assets/reference</c>, carried along in this assembly.</summary>
internal static class ReferenceFile
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string name)
    {
        using var stream = typeof(ReferenceFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The list {name} is not part of this assembly.");
        return JsonSerializer.Deserialize<T>(stream, Web) ?? throw new InvalidDataException($"The list {name} is empty.");
    }
}
