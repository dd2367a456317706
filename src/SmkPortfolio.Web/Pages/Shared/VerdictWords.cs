using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>The six verdicts and the names of the checks, for a reader in a hurry.</summary>
public static class VerdictWords
{
    public static Words.Sign Verdict(string verdict, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return verdict switch
        {
            "genuine-current" => new("shield-check", verdict, S["Genuine and current"]),
            "genuine-expired" => new("clock", verdict, S["Genuine, but expired"]),
            "genuine-withdrawn" => new("ban", verdict, S["Genuine, but withdrawn"]),
            "issuer-unknown" => new("shield-question", verdict, S["Issuer not in our register"]),
            "altered" => new("x-octagon", verdict, S["Altered, or not issued here"]),
            // Whatever is not understood counts as not checked: never green by default.
            _ => new("cloud-off", "not-checkable", S["Cannot be checked right now"]),
        };
    }

    public static Words.Sign State(string state, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return state switch
        {
            "passed" => new("check-circle", state, S["Passed"]),
            "failed" => new("x-circle", state, S["Failed"]),
            "not-applicable" => new("minus-circle", state, S["Does not apply"]),
            _ => new("question", "unchecked", S["Not checked"]),
        };
    }

    public static string Check(string name, IStringLocalizer<SharedTexts> S)
    {
        ArgumentNullException.ThrowIfNull(S);
        return name switch
        {
            "format" => S["The file can be read"],
            "contexts" => S["Its words mean what we think they mean"],
            "issuer-key" => S["The issuer's key is known"],
            "proof" => S["The signature fits the content"],
            "dates" => S["It is within its dates"],
            "status" => S["It has not been withdrawn"],
            "evidence" => S["The evidence is the same as when it was signed"],
            "endorsements" => S["The endorsements in it are genuine"],
            "register" => S["The issuer stands in the register"],
            "log" => S["It stands in the public log"],
            "pdf-signature" => S["The PDF's signature is valid"],
            "pdf-coverage" => S["The signature covers the whole file"],
            "snapshot" => S["Paper and signed content agree"],
            "state" => S["The issuer's own record of its state"],
            _ => name,
        };
    }
}
