// A list: every stable code of a refusal as a sentence. Indonesian stands in ErrorWords.id.resx.
using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain;

namespace SmkPortfolio.Web.Wording;

/// <summary>The sentences for refusals; {0} is the limit that was passed.</summary>
public sealed class ErrorWords
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["required"] = "Fill this in.",
        ["too-long"] = "This is too long: at most {0} characters.",
        ["too-small"] = "This must be at least {0}.",
        ["too-large"] = "This must be at most {0}.",
        ["too-many"] = "That is too many: at most {0}.",
        ["date-invalid"] = "This is not a date.",
        ["in-future"] = "This date lies in the future.",
        ["end-before-start"] = "The end lies before the beginning.",
        ["number-invalid"] = "Write a whole number.",
        ["unknown-choice"] = "Choose one of the list.",
        ["link-invalid"] = "A link begins with https:// or http://",
        ["unit-code-invalid"] = "At least one line is not an SKKNI code, such as J.620100.004.02.",
        ["country-unknown"] = "Write the two letters of the country, such as ID.",
        ["email-invalid"] = "This is not an e-mail address.",
        ["phone-invalid"] = "A phone number has digits, blanks, hyphens and + only.",
        ["kind-fixed"] = "The kind of an entry cannot be changed.",
        ["entry-unknown"] = "This entry is not yours.",
        ["entry-submitted"] = "This entry has been handed in. Take it back first if you want to change it.",
        ["entry-changed"] = "This entry was saved elsewhere meanwhile. Your text is still here: read it through and save again.",
        ["portfolio-changed"] = "Your portfolio was saved elsewhere meanwhile. Your text is still here: read it through and save again.",
        ["in-bin"] = "This entry is in the bin. Take it out first.",
        ["not-in-bin"] = "This entry is not in the bin.",
        ["already-endorsed"] = "This has been endorsed already.",
        ["not-submitted"] = "This entry has not been handed in.",
        ["too-many-files"] = "An entry holds at most {0} files. Take one off first.",
        ["file-unknown"] = "This file is no longer there.",
        ["language-unknown"] = "This language is no longer there.",
        ["language-present"] = "This row is there already.",
        ["grid-incomplete"] = "Choose all five levels, or none of them.",
        ["latin-only"] = "Write it in Latin letters only, as the passport has it.",
        ["postal-code-invalid"] = "A postal code has at most 12 letters and digits.",
        ["past-unknown"] = "This row is no longer there.",
        ["texts-changed"] = "These texts were saved elsewhere meanwhile. Your text is still here: read it through and save again.",
        ["needed-missing"] = "This form needs more than it gets. See the list, or tick that it is printed anyway.",
        ["own-work"] = "Nobody reviews their own work.",
        ["revision-passed"] = "The student or a colleague changed this meanwhile. Look at it again.",
        ["check-needed"] = "A certificate is checked by one person first and then confirmed by another.",
        ["second-person-needed"] = "You have checked this certificate; somebody else has to confirm it.",
        ["already-checked"] = "A colleague has checked this certificate already.",
        ["already-confirmed"] = "A colleague has confirmed this certificate already.",
        ["certificate-expired"] = "This certificate has expired; the school cannot issue for it any more.",
        ["not-a-certification"] = "Only certificates are checked and confirmed.",
        ["not-an-internship"] = "A workplace mentor endorses internships only.",
        ["not-a-teaching-factory"] = "A client endorses teaching factory work only.",
        ["out-of-reach"] = "This entry is not in your reach.",
        ["already-withdrawn"] = "This has been withdrawn already.",
        ["not-active"] = "This is no longer active.",
        ["not-suspended"] = "This is not suspended.",
        ["not-replaceable"] = "Only a credential that rests on a standing endorsement can be replaced.",
        ["copy-not-signed"] = "Of this nothing new is signed: it no longer stands, or who issued it has ended. The JSON file remains.",
        ["key-retired"] = "This key has been laid down already.",
        ["key-compromised"] = "This key has been reported as stolen already.",
        ["key-changed"] = "Somebody changed this key at the same moment. Look at it again.",
        ["seal-retired"] = "This seal has been laid down already.",
        ["seal-compromised"] = "This seal has been reported as stolen already.",
        ["seal-in-file"] = "This seal comes from a file of the school. Whoever runs the site exchanges the file.",
        ["seal-unknown"] = "Choose one of the seals.",
        ["key-unknown"] = "Choose one of the keys.",
        ["issuer-ended"] = "This has been ended already.",
        ["issuer-goes-on"] = "A school's key is exchanged; it ends only when the school closes.",
        ["school-closed"] = "The school has closed: nothing new is handed in, endorsed or issued there. What it issued stays good.",
        ["school-changed"] = "Somebody changed this school or its keys at the same moment. Look at it again.",
        ["successor-unknown"] = "There is no school with this NPSN.",
        ["successor-unfit"] = "A school cannot go on in itself or in a closed one.",
        ["already-revoked"] = "This link has been closed already.",
        ["share-closed"] = "There is no open link to your portfolio any more. Open a new one, or leave its address out.",
        ["link-unknown"] = "This link is not yours.",
        ["cv-unknown"] = "This CV is not yours.",
        ["consent-already-withdrawn"] = "This consent has been withdrawn already.",
        ["consent-needed"] = "You are under 18: your guardian has to consent first.",
        ["issuing-stopped"] = "The school has stopped issuing for this student.",
        ["issuing-not-stopped"] = "Issuing is not stopped for this student.",
        ["nothing-chosen"] = "Choose at least one entry.",
        ["too-many-lines"] = "A CV has at most {0} lines. Choose fewer entries.",
        ["too-many-endorsers"] = "Too many people stand behind these entries: a CV can be checked for at most {0} who confirmed something. Choose fewer entries.",
        ["too-many-endorsements"] = "{0} people have confirmed this already; more cannot be signed into one credential.",
        ["adults-only"] = "This kind of paper asks for what no minor's paper carries: it is for adults only.",
        ["request-taken"] = "This form has been used already. Open the page anew.",
        ["paper-failed"] = "This paper could not be made. Whoever runs the site finds the reason in the log.",
        ["batch-over"] = "This is over already.",
        ["batch-not-over"] = "This is still going on.",
        ["glyph-missing"] = "There is a character that cannot be printed yet.",
        ["empty"] = "The file is empty.",
        ["broken"] = "The file is broken or was not sent completely.",
        ["too-many-pixels"] = "The picture has more than 100 million pixels.",
        ["encrypted-pdf"] = "The PDF is locked with a password.",
        ["active-pdf"] = "The PDF contains scripts or programs.",
        ["polyglot"] = "The file is two kinds of file at once.",
        ["type-refused"] = "Only JPEG, PNG, WebP and PDF can be taken.",
        ["file-too-large"] = "The file is larger than {0} MB.",
    };

    private ErrorWords()
    {
    }

    public static IEnumerable<string> Keys => Sentences.Values;

    public static IEnumerable<string> Codes => Sentences.Keys;

    public static string Say(Error error, IStringLocalizer<ErrorWords> words) => Say(error.Code, error.Limit, words);

    public static string Say(string code, long? limit, IStringLocalizer<ErrorWords> words)
    {
        var key = Sentences.GetValueOrDefault(code) ?? throw new InvalidOperationException($"The refusal '{code}' has no sentence.");
        return limit is { } number ? words[key, number] : words[key];
    }

    /// <summary>The status that fits a kind of refusal.</summary>
    public static int Status(ErrorKind kind) => kind switch
    {
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.NotAllowed => StatusCodes.Status403Forbidden,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
