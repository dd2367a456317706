using System.Globalization;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Uploads;

/// <summary>Says in the reader's language why an upload does not go on.</summary>
public sealed class UploadWords(IStringLocalizer<UploadWords> L, IStringLocalizer<ErrorWords> refusals, LimitsSettings limits)
{
    public string NoEntry => L["This entry is not yours, or no longer there."];

    public string BadMetadata => L["The request must name the entry and the file in Upload-Metadata."];

    public string BadLength => L["The request must say the file's length in Upload-Length."];

    public string BadOffset => L["The request must say in Upload-Offset where its bytes begin."];

    public string BadChecksum => L["The checksum must be written as sha256 or sha1, a space and its Base64."];

    public string BadType => L["The bytes of a part are sent as {0}.", Tus.ContentType];

    public string BadVersion => L["This address speaks {0}.", "Tus-Resumable: " + Tus.Version];

    public string Foreign => L["Another site cannot send files here."];

    public string Moved => L["The upload stands at another byte. Ask where, and go on from there."];

    public string Altered => L["The bytes arrived otherwise than they were sent. Send them again."];

    public string TooMuch => L["There are more bytes than were announced."];

    public string TooSmall(long least) => L["A part of this file must have at least {0} bytes, unless it is the last one.", least];

    public string Busy => L["Another connection is working on this upload. Try again in a moment."];

    public string Gone => L["This upload has been cancelled or has expired. Send the file anew."];

    public string Unknown => L["There is no such upload."];

    public string Stands => L["This file stands on the entry already. Take it off there."];

    public string TooManyOpen(int most) => L["{0} files are under way already. Finish or cancel some first.", most];

    public string Full(NoSpace full) => full.Of switch
    {
        SpaceOf.Person => L["Your files take up {0} of {1}; there is no room for this one. Take some off first.", Size(full.Used), Size(full.Allowed)],
        SpaceOf.PersonLately => L["What you took off is kept for {0} days, and with it your files take up {1} of {2}. There will be room for this one later.", limits.BinDays, Size(full.Used), Size(full.Allowed)],
        _ => L["Your school's files take up {0} of {1}; there is no room for this one. Tell the school's operator.", Size(full.Used), Size(full.Allowed)],
    };

    public string TooLarge(string name, long most) => Of(name, ErrorWords.Say("file-too-large", most / (1024 * 1024), refusals));

    public string Say(string name, string code, long? limit = null) => Of(name, ErrorWords.Say(code, limit, refusals));

    /// <summary>Why a whole file was not taken.</summary>
    public string Refused(Upload upload) => KeptRefusal.Read(upload) is { } found
        ? new Received(null, found, upload.FileName).Say(refusals)
        : Say(upload.FileName, upload.Refusal, upload.RefusalLimit);

    /// <summary>What its owner should know of a file that was taken; null when nothing.</summary>
    public string? Remarks(Received received) => new[] { received }.Remarks(refusals) is { Length: > 0 } said ? said.Trim() : null;

    private static string Of(string name, string sentence) => $"{name}: {sentence}";

    private static string Size(long bytes) => Format.Size(bytes, CultureInfo.CurrentUICulture);
}
