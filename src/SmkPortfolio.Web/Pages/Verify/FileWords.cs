using Microsoft.Extensions.Localization;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>Why a file among many was not checked, as a sentence.</summary>
public sealed class FileWords(IStringLocalizer<FileWords> texts, LimitsSettings limits)
{
    public string Say(string problem) => problem switch
    {
        "empty" => texts["This file is empty."],
        "too-large" => texts["This file is larger than {0} MB, so it was not read.", Megabytes(limits.VerifyBytes)],
        "too-many" => texts["Not checked: at most {0} files at once. Hand in the rest once more.", limits.VerifyFiles],
        "too-much" => texts["Not checked: together these files are more than {0} MB. Hand in fewer at once.", Megabytes(limits.VerifyTotalBytes)],
        "upload-broken" => texts["The upload broke off here. Hand in this file and those behind it once more."],
        "unknown-kind" => texts["This is neither a PDF nor a credential."],
        "zip-damaged" => texts["This ZIP, or this file in it, is damaged and cannot be opened."],
        "zip-empty" => texts["This ZIP holds no files."],
        "zip-too-many" => texts["This ZIP holds too many files. Put at most {0} into one.", limits.VerifyFiles],
        "zip-encrypted" => texts["This file in the ZIP is locked with a password. Unpack it and hand in the file itself."],
        "zip-beside" => texts["What else is in this ZIP (photos, lists, proofs) belongs to these documents and is not checked by itself."],
        "zip-nested" => texts["A ZIP inside a ZIP is not opened. Hand it in by itself."],
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
    };

    private static long Megabytes(long bytes) => bytes / (1024 * 1024);
}
