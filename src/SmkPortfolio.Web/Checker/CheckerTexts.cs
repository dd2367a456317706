using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Credentials;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Pages.Shared;

namespace SmkPortfolio.Web.Checker;

/// <summary>Every text of the downloadable page in one language; verdicts, checks and words are those of the site.</summary>
public sealed class CheckerTexts(IStringLocalizer<CheckerTexts> texts, IStringLocalizer<SharedTexts> S)
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();
    private static readonly CheckState[] States = Enum.GetValues<CheckState>();
    private static readonly LineState[] Lines = Enum.GetValues<LineState>();
    private static readonly string[] LineWords = ["self", "teacher", "company", "certificate"];

    public JsonObject In(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var reasons = ReasonCatalog.Templates(language).ToDictionary();
            reasons["unknown-kind"] = texts["This is neither a PDF nor a credential. Choose the PDF or the JSON file that you were given."];
            reasons["browser-lacks"] = texts["This browser cannot check this kind of signature (Ed25519). Open the page in a current version of Chrome, Edge, Firefox or Safari."];
            reasons["page-failed"] = texts["Something went wrong inside this page, so nothing was checked. Use the site or another browser."];
            return new JsonObject
            {
                ["verdicts"] = Map(Verdicts, WireNames.Of, name => VerdictWords.Verdict(name, S).Text),
                ["checks"] = Map(CheckName.All, name => name, name => VerdictWords.Check(name, S)),
                ["states"] = Map(States, WireNames.Of, name => VerdictWords.State(name, S).Text),
                ["words"] = Map(LineWords, word => word, word => Words.Trust(word, S).Text),
                ["lineStates"] = Map(Lines, WireNames.Of, name => Words.State(name, S).Text),
                ["reasons"] = Map(reasons.Keys, code => code, code => reasons[code]),
                ["page"] = Page(),
            };
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private JsonObject Page() => new()
    {
        ["title"] = texts["Check a document on this device"].Value,
        ["lead"] = texts["Is this CV or credential genuine? This page checks it without a network; no file leaves this device."].Value,
        ["lacks"] = texts["This browser cannot check this kind of signature (Ed25519). Open the page in a current version of Chrome, Edge, Firefox or Safari."].Value,
        ["choose"] = texts["Choose or drop files"].Value,
        ["hint"] = texts["PDF or credential (JSON). Status lists (JSON) and a newer register.jws are used when you add them."].Value,
        ["codeText"] = texts["Text of the large QR code on a paper"].Value,
        ["codeHint"] = texts["Scan the code with a phone that has no network, and paste what it shows."].Value,
        ["codeCheck"] = texts["Check this text"].Value,
        ["codeName"] = texts["QR code"].Value,
        ["clear"] = texts["Start again"].Value,
        ["registerTitle"] = texts["Whom this page knows"].Value,
        ["register"] = texts["The register of {0} of {1}. Fingerprint of the platform's key: {2}"].Value,
        ["noRegister"] = texts["This page holds no register that it can believe, so it cannot tell who signed."].Value,
        ["limits"] = texts["Without a network nobody knows what was withdrawn since the status list was signed. Check on the site when you can."].Value,
        ["registerTaken"] = texts["{0}: this newer register is used now."].Value,
        ["registerRefused"] = texts["{0}: this register is not used: it is older, of another site, or signed by a key that this page does not know."].Value,
        ["listTaken"] = texts["This is a status list. It is used to check the other files."].Value,
        ["tooMany"] = texts["These are too many files. Start again with the rest."].Value,
        ["tooLarge"] = texts["{0}: this file is too large for this page."].Value,
        ["failed"] = texts["Something went wrong inside this page, so nothing was checked. Use the site or another browser."].Value,
        ["issuer"] = texts["Issuer"].Value,
        ["unconfirmed"] = texts["calls itself {0}; not confirmed"].Value,
        ["staffOf"] = texts["A staff member of {0}"].Value,
        ["mentor"] = texts["A mentor of a partner company"].Value,
        ["holder"] = texts["Name"].Value,
        ["document"] = texts["Document"].Value,
        ["signed"] = S["Signed"].Value,
        ["statusAsOf"] = S["Status as of"].Value,
        ["checked"] = S["Checked"].Value,
        ["details"] = texts["All checks"].Value,
    };

    private static JsonObject Map<T>(IEnumerable<T> items, Func<T, string> name, Func<string, string> text)
    {
        var json = new JsonObject();
        foreach (var item in items)
        {
            json[name(item)] = text(name(item));
        }
        return json;
    }
}
