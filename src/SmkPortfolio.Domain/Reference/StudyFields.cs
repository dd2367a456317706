namespace SmkPortfolio.Domain.Reference;

/// <summary>A place in the spectrum of vocational study, with the names of the official list; it has them in Indonesian only.</summary>
/// <param name="Field">Bidang keahlian.</param>
/// <param name="Program">Program keahlian; null for a field as such.</param>
/// <param name="Concentration">Konsentrasi keahlian; null for a program as such.</param>
public sealed record StudyField(string Code, string Field, string? Program, string? Concentration)
{
    /// <summary>The narrowest name.</summary>
    public string Name => Concentration ?? Program ?? Field;
}

/// <summary>
/// The official list: bidang, program and those konsentrasi whose code is known. Rows keep the code and their own name, since many
/// konsentrasi have only that; the list gives the official wording and what stands above.
/// </summary>
public static class StudyFields
{
    private static readonly Dictionary<string, StudyField> ByCode = Read().ToDictionary(f => f.Code, StringComparer.Ordinal);

    public static IReadOnlyCollection<StudyField> All => ByCode.Values;

    /// <summary>What a code stands for: one part a bidang, two a program, three a konsentrasi; null when the list does not have it.</summary>
    public static StudyField? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The name to show for a class or student: the official one of a konsentrasi, else the one that was entered.</summary>
    public static string NameOf(string code, string entered) => Find(code) is { Concentration: { } official } ? official : entered.Length > 0 ? entered : Find(code)?.Name ?? code;

    private static IEnumerable<StudyField> Read()
    {
        foreach (var field in ReferenceFile.Read<Spectrum>("study-fields.json").Fields)
        {
            yield return new StudyField(field.Code, field.Name, null, null);
            foreach (var program in field.Programs)
            {
                yield return new StudyField(program.Code, field.Name, program.Name, null);
                foreach (var concentration in program.Concentrations.Where(c => c.Code is not null))
                {
                    yield return new StudyField(concentration.Code!, field.Name, program.Name, concentration.Name);
                }
            }
        }
    }

    private sealed record Spectrum(FieldRow[] Fields);

    private sealed record FieldRow(string Code, string Name, ProgramRow[] Programs);

    private sealed record ProgramRow(string Code, string Name, ConcentrationRow[] Concentrations);

    private sealed record ConcentrationRow(string? Code, string Name);
}
