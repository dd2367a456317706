namespace SmkPortfolio.Web.Uploads;

/// <summary>
/// The same bounds of space for files that come with a form. They are here already when room is looked for, and cleaning them takes too long to hold it
/// meanwhile: forms of the same instant may together pass the bounds by what they carry.
/// </summary>
public sealed class FormRoom(UploadQuota quota, UploadWords words)
{
    /// <summary>Takes those out for which there is no room, and says of each why.</summary>
    public async Task<IReadOnlyList<string>> SiftAsync(List<IFormFile>? files, Guid schoolId, Guid personId, CancellationToken cancel)
    {
        List<string> refused = [];
        var more = 0L;
        foreach (var file in files?.ToList() ?? [])
        {
            if (await quota.RefusalAsync(schoolId, personId, more + file.Length, cancel) is { } full)
            {
                files!.Remove(file);
                refused.Add($"{Data.EvidenceFiles.SafeFileName.Clean(file.FileName)}: {words.Full(full)}");
            }
            else
            {
                more += file.Length;
            }
        }
        return refused;
    }
}
