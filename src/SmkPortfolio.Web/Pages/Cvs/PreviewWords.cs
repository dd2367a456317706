using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>Whose paper it is: what is filled in already decides where a missing thing is put right.</summary>
public sealed record PreviewOwner(Domain.Portfolios.Portfolio? Portfolio, bool HasPhoto, bool IsMinor);

/// <summary>Something that is missing, and where it is filled in.</summary>
public sealed record PreviewItem(string Text, string? Href);

/// <summary>For <c>_Preview</c>: the pages and what to know before issuing.</summary>
/// <param name="Length">How many pages, and whether that is too many.</param>
/// <param name="Foreign">Texts that stand in another language.</param>
public sealed record PreviewPart(
    IReadOnlyList<string> Pages, string Length, bool IsTooLong, IReadOnlyList<PreviewItem> Needed, IReadOnlyList<PreviewItem> Better, IReadOnlyList<PreviewItem> Foreign, IReadOnlyList<string> Unprintable, IReadOnlyList<string> UnfitPictures, string? Reading, IReadOnlyList<string> Misread);

/// <summary>Says in words what a preview found.</summary>
public sealed class PreviewWords(IStringLocalizer<New> texts, IStringLocalizer<GlyphWords> glyphs, IStringLocalizer<PaperWords> words)
{
    public PreviewPart Tell(PaperPreview made, string ticket, PreviewOwner owner)
    {
        string[] titles = [.. made.Source.Content.Entries.Select(e => e.Title)];
        var language = made.Source.Options.Language;
        // A free text is called as the form calls it, with what that means.
        string Place(string field) => field.StartsWith("statements.", StringComparison.Ordinal) && StatementNames.Of(field["statements.".Length..], language) is var own && GlyphWords.Place(field, titles, glyphs) is var gloss && own != gloss
            ? $"{own} ({gloss})"
            : Upper(GlyphWords.Place(field, titles, glyphs));
        PreviewItem Item(CvMissing m) => new(m.Language is null ? Place(m.Code) : texts["{0}: stands in {1}", Place(m.Code), PaperWords.Language(m.Language, words)], Href(m, language, made.Source, owner));
        return new PreviewPart(
            [.. Enumerable.Range(1, made.Pages.Count).Select(n => FormattableString.Invariant($"/cvs/preview/{ticket}/{n}.svg"))],
            made.IsTooLong ? texts["{0} pages; readers of this form expect {1} at most. Leave out a line or shorten a text.", made.Pages.Count, made.Format.MostPages!] : texts["{0} pages", made.Pages.Count],
            made.IsTooLong,
            [.. made.Missing.Where(m => m.IsNeeded).Select(Item)],
            [.. made.Missing.Where(m => m is { IsNeeded: false, Language: null }).Select(Item)],
            [.. made.Missing.Where(m => m is { IsNeeded: false, Language: not null }).Select(Item)],
            [.. made.Glyphs.Select(g => texts["{0} ({1}) in {2}", g.Character, g.CodePoint, GlyphWords.Place(g.Field, titles, glyphs)].Value).Distinct()],
            [.. made.Source.UnfitPictures.Select(p => p.Line is { } line ? texts["{0} of the entry “{1}”", p.Name!, titles[line]].Value : texts["Your portrait"].Value)],
            made.Reading switch
            {
                null => null,
                { Problem: not null } => texts["A machine could not read this paper."].Value,
                var reading => texts["Read back by machine: {0} of {1} lines.", reading.LinesRead, reading.Lines].Value,
            },
            [.. made.Reading?.Missed.Select(m => m.Contains('.', StringComparison.Ordinal) || m.Contains('[', StringComparison.Ordinal) ? Place(m) : m).Distinct() ?? []]);
    }

    /// <summary>Where it is filled in: on this very page when the fact is there and only not chosen.</summary>
    private static string? Href(CvMissing missing, string language, PaperSource source, PreviewOwner owner)
    {
        if (missing.Language is not null)
        {
            return source.TextPlaces.TryGetValue(missing.Code, out var key) ? PaperPlaces.Texts(language, key) : $"/portfolio/texts/{language}";
        }
        var (contact, own) = (owner.Portfolio?.Contact ?? ContactDetails.Empty, owner.Portfolio?.Particulars ?? Particulars.Empty);
        return missing.Code switch
        {
            CvMissingCodes.Photo => owner.HasPhoto ? "#Input_Photo" : "/portfolio#portrait",
            CvMissingCodes.PassportName => "/portfolio/abroad#Input_PassportName",
            CvMissingCodes.LocalName => PaperPlaces.Texts(language, PaperTextKeys.Name),
            CvMissingCodes.NameReading => PaperPlaces.Texts(language, PaperTextKeys.NameReading),
            CvMissingCodes.BirthDate => "#Input_BirthDate",
            CvMissingCodes.Gender or CvMissingCodes.Nationality or CvMissingCodes.Address or CvMissingCodes.AddressReading or CvMissingCodes.PostalCode when owner.IsMinor => null,
            CvMissingCodes.Gender => own.Gender.Length > 0 ? "#Input_Gender" : "/portfolio/abroad#Input_Gender",
            CvMissingCodes.Nationality => own.Nationality.Length > 0 ? "#Input_Nationality" : "/portfolio/abroad#Input_Nationality",
            CvMissingCodes.Address => contact.Address.Length > 0 ? "#Input_Address" : "/portfolio#Input_Address",
            CvMissingCodes.AddressReading => PaperPlaces.Texts(language, PaperTextKeys.AddressReading),
            CvMissingCodes.PostalCode => own.PostalCode.Length > 0 ? "#Input_Address" : "/portfolio/abroad#Input_PostalCode",
            CvMissingCodes.Phone => contact.Phone.Length > 0 ? "#Input_Contact" : "/portfolio#Input_Phone",
            CvMissingCodes.Email => contact.Email.Length > 0 ? "#Input_Contact" : "/portfolio#Input_Email",
            CvMissingCodes.Summary => "/portfolio#Input_Summary",
            CvMissingCodes.Education or CvMissingCodes.PreviousSchool => "/portfolio/abroad#row",
            CvMissingCodes.Graduation => "/portfolio/abroad#Input_GraduatesOn",
            CvMissingCodes.Languages => "/portfolio#languages",
            CvMissingCodes.LanguageGrid => "/portfolio/abroad#levels",
            CvMissingCodes.City => "/portfolio#Input_City",
            CvMissingCodes.Internship => "/entries/new",
            CvMissingCodes.Pictures or CvMissingCodes.Competencies => "/entries",
            _ when missing.Code.StartsWith("gap", StringComparison.Ordinal) => "/portfolio/abroad#row",
            CvMissingCodes.Skills => "/portfolio#Input_Skills",
            CvMissingCodes.Entries => "#Input_Entries",
            _ when missing.Code.StartsWith("statements.", StringComparison.Ordinal) => PaperPlaces.Texts(language, PaperTextKeys.Statement(missing.Code["statements.".Length..])),
            _ when missing.Code.StartsWith("entries[", StringComparison.Ordinal) => EntryHref(missing.Code, source),
            _ => null,
        };
    }

    private static string? EntryHref(string code, PaperSource source) =>
        int.TryParse(code.AsSpan("entries[".Length, code.IndexOf(']', StringComparison.Ordinal) - "entries[".Length), out var at) && at < source.Lines.Count ? $"/entries/{source.Lines[at].EntryId}" : null;

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.CurrentUICulture) + text[1..];
}
