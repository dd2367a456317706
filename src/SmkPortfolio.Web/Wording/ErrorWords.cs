// A list: every stable code of a refusal as a sentence. Indonesian stands in ErrorWords.id.resx.
using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain;

namespace SmkPortfolio.Web.Wording;

/// <summary>The sentences for refusals; {0} is the limit that was passed, {1} what was found.</summary>
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
        ["no-picture"] = "Only a picture can be this.",
        ["pair-needs-two"] = "A pair needs two pictures: one before and one after.",
        ["file-unknown"] = "This file is no longer there.",
        ["language-unknown"] = "This language is no longer there.",
        ["language-present"] = "This row is there already.",
        ["grid-incomplete"] = "Choose all five levels, or none of them.",
        ["latin-only"] = "Write it in Latin letters only, as the passport has it.",
        ["postal-code-invalid"] = "A postal code has at most 12 letters and digits.",
        ["past-unknown"] = "This row is no longer there.",
        ["texts-changed"] = "These texts were saved elsewhere meanwhile. Your text is still here: read it through and save again.",
        ["needed-missing"] = "This form needs more than it gets. See the list, or tick that it is printed anyway.",
        ["paper-too-long"] = "This paper is longer than its readers expect: {0} pages at most. Leave something out, or tick that it is printed anyway.",
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
        ["files-held"] = "The virus scanner has not found every file of this work clean. Try again later, or send the work back.",
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
        ["picture-too-heavy"] = "This picture takes too much memory to be opened. Save it smaller, as an ordinary JPEG, and send that.",
        ["too-many-pixels"] = "The picture has {1} million pixels; at most {0} million can be taken.",
        ["too-many-pages"] = "The PDF has {1} pages; at most {0} can be taken.",
        ["swells"] = "The file unpacks to far more than it may.",
        ["encrypted-pdf"] = "The PDF is locked with a password.",
        ["active-pdf"] = "The PDF contains scripts or programs.",
        ["polyglot"] = "The file is two kinds of file at once.",
        ["page-refused"] = "Whatever its name says, this is a web page or an SVG drawing. Send a photo, a screenshot (PNG) or a PDF of it.",
        ["type-refused"] = "Photos (JPEG, PNG, WebP, HEIC), PDF, DOCX, XLSX, PPTX, clips (MP4, MOV, 3GP, WebM) and sound (MP3, M4A, WAV, OGG, FLAC) can be taken, nothing else.",
        ["truncated"] = "The file ends too early: a part of it is missing. Send it again.",
        ["trailing-data"] = "Behind the end of the file stands something that does not belong to it.",
        ["unfinished-clip"] = "The clip or recording has no contents that can be played: perhaps it was not finished.",
        ["outside-content"] = "The file fetches parts from elsewhere when it is opened.",
        ["cannot-be-cleaned"] = "The file tells of places or devices in a way that cannot be taken out without damaging it.",
        ["active-document"] = "The document contains macros, programs or other embedded objects.",
        ["encrypted-document"] = "The document is locked with a password.",
        ["old-document"] = "The document is of an old kind (DOC, XLS, PPT). Save it as DOCX, XLSX, PPTX or PDF.",
        ["archive-refused"] = "A ZIP is taken only for a project or teaching factory work. Add the files one by one.",
        ["encrypted-archive"] = "The ZIP is locked with a password.",
        ["nested-archive"] = "There is another archive in the ZIP.",
        ["archive-name"] = "A name in the ZIP leads out of it or stands there twice.",
        ["archive-overlap"] = "Two files in the ZIP share the same bytes.",
        ["too-many-members"] = "There are {1} files in it; at most {0} can be taken.",
        ["portrait-refused"] = "Only JPEG, PNG and WebP can be taken.",
        ["name-path"] = "The folders before its name were left out.",
        ["name-hidden"] = "Hidden characters in its name were left out.",
        ["name-ending"] = "The ending of its name did not fit what it is.",
        ["kept-heic"] = "HEIC is kept as it is. Where this site can convert it, pages show it in a moment; otherwise it is a file to download.",
        ["file-too-large"] = "The file is larger than {0} MB.",
        ["file-larger"] = "The file has {1} MB; a picture or document may have {0} MB.",
        ["clip-larger"] = "The clip has {1} MB; a clip may have {0} MB.",
        ["sound-larger"] = "The recording has {1} MB; sound may have {0} MB.",
    };

    private ErrorWords()
    {
    }

    public static IEnumerable<string> Keys => Sentences.Values;

    public static IEnumerable<string> Codes => Sentences.Keys;

    public static string Say(Error error, IStringLocalizer<ErrorWords> words) => Say(error.Code, error.Limit, words);

    public static string Say(string code, long? limit, IStringLocalizer<ErrorWords> words)
    {
        var key = Sentence(code);
        return limit is { } number ? words[key, number] : words[key];
    }

    /// <summary>A refusal that also says what was found: {1} beside the limit {0}. Amounts come as they are read.</summary>
    public static string Say(string code, string limit, string found, IStringLocalizer<ErrorWords> words) => words[Sentence(code), limit, found];

    private static string Sentence(string code) => Sentences.GetValueOrDefault(code) ?? throw new InvalidOperationException($"The refusal '{code}' has no sentence.");

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
