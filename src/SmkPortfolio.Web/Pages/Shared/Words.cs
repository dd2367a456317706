using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>The contract's codes in a reader's words, with the picture and tone that go with each.</summary>
public static class Words
{
    /// <summary>Picture, tone and text of something shown as a chip.</summary>
    public sealed record Sign(string Icon, string Tone, string Text);

    /// <summary>The trust ladder: self, teacher, company, certificate.</summary>
    public static Sign Trust(string word, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return word switch
        {
            "teacher" => new("ladder-2", "word-teacher", S["Teacher confirms"]),
            "company" => new("ladder-3", "word-company", S["Company confirms"]),
            "certificate" => new("ladder-4", "word-certificate", S["Certificate checked"]),
            _ => new("ladder-1", "word-self", S["Own word"]),
        };
    }

    /// <summary>A credential's state as <c>_State</c> names it.</summary>
    public static string StateOf(CredentialState state) => state switch
    {
        CredentialState.Active => "current",
        CredentialState.Replaced => "replaced",
        CredentialState.Suspended => "suspended",
        CredentialState.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>One sentence on what a step of the ladder means, for a stranger.</summary>
    public static string TrustMeaning(string word, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return word switch
        {
            "teacher" => S["A teacher of the school has seen this work and confirms it."],
            "company" => S["The company or client where it was done confirms it."],
            "certificate" => S["Two people of the school have seen the certificate and checked number, body and expiry."],
            _ => S["The student says so. Nobody has confirmed it yet."],
        };
    }

    /// <summary>How well a language is spoken: a level of the European frame stays as it is.</summary>
    public static string Level(string level, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return level == LanguageSkill.Native ? S["Mother tongue"] : level;
    }

    /// <summary>An entry's state: draft, submitted, returned, endorsed, declined, changed-since-endorsed, in-bin.</summary>
    public static Sign State(string state, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return state switch
        {
            "draft" => new("pen", "", S["Draft"]),
            "submitted" => new("clock", "note", S["Waiting for review"]),
            "returned" => new("return", "warn", S["Sent back to you"]),
            "endorsed" => new("check-circle", "good", S["Endorsed"]),
            "declined" => new("x-circle", "bad", S["Declined"]),
            "changed-since-endorsed" => new("history", "clay", S["Changed since endorsed"]),
            "in-bin" => new("trash", "", S["In the bin"]),
            "withdrawn" => new("ban", "bad", S["Withdrawn"]),
            "suspended" => new("clock", "warn", S["Suspended"]),
            "expired" => new("clock", "warn", S["Expired"]),
            "replaced" => new("history", "", S["Replaced"]),
            "current" => new("check-circle", "good", S["Current"]),
            "unchecked" => new("question", "warn", S["Not checked"]),
            _ => new("question", "", state),
        };
    }

    /// <summary>The kinds of entry: project, certification, internship, teaching-factory.</summary>
    public static Sign Kind(string kind, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return kind switch
        {
            "project" => new("project", "", S["Project"]),
            "certification" => new("certification", "", S["Certification"]),
            "internship" => new("internship", "", S["Internship"]),
            "teaching-factory" => new("teaching-factory", "", S["Teaching factory"]),
            _ => new("work", "", kind),
        };
    }

    /// <summary>A role as people call it.</summary>
    /// <summary>What sort of file it is. Tone says nothing here.</summary>
    public static Sign File(string mediaType, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return mediaType switch
        {
            "image/heic" => new("image", "", S["HEIC photo, opens outside the browser"]),
            "application/pdf" => new("file", "", S["PDF"]),
            "application/zip" => new("file", "", S["ZIP archive"]),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => new("file", "", S["Word document"]),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => new("file", "", S["Excel workbook"]),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation" => new("file", "", S["PowerPoint slides"]),
            _ when mediaType.StartsWith("image/", StringComparison.Ordinal) => new("image", "", S["Picture"]),
            _ when mediaType.StartsWith("video/", StringComparison.Ordinal) => new("clip", "", S["Clip"]),
            _ when mediaType.StartsWith("audio/", StringComparison.Ordinal) => new("sound", "", S["Sound"]),
            _ => new("file", "", S["Document"]),
        };
    }

    public static string Role(string role, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return role switch
        {
            "student" => S["Student"],
            "guardian" => S["Guardian"],
            "teacher" => S["Teacher"],
            "hubin" => S["Internship staff"],
            "tefa-head" => S["Head of teaching factory"],
            "bkk" => S["Job placement staff"],
            "operator" => S["School operator"],
            "principal" => S["Principal"],
            "employer" => S["Employer"],
            "recruiter" => S["Recruiter"],
            "province" => S["Provincial office"],
            _ => role,
        };
    }
}
