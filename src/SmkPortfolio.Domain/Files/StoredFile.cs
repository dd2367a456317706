namespace SmkPortfolio.Domain.Files;

/// <summary>What the virus scanner said of a file.</summary>
public enum ScanState
{
    /// <summary>Nobody looked yet, or no scanner is configured.</summary>
    NotScanned,
    Clean,
    Flagged,
}

/// <summary>
/// What the school knows of a content it keeps as evidence, one row for each SHA-256 however many entries show it: what the scanner said, which
/// smaller pictures were made, what a picture looks like. Work on it is claimed with a lease, so that it goes on after a crash.
/// </summary>
public sealed class StoredFile : ISchoolOwned
{
    public const int FindingMax = 200;

    private StoredFile()
    {
    }

    public Guid SchoolId { get; private set; }

    /// <summary>Lower-case hex of the stored bytes.</summary>
    public string Sha256 { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>When it last arrived; what nothing refers to is removed some time after it.</summary>
    public DateTime TouchedAt { get; private set; }

    public ScanState Scan { get; private set; }
    public DateTime? ScannedAt { get; private set; }

    /// <summary>The scanner's name for what it found; empty unless flagged.</summary>
    public string Finding { get; private set; } = "";

    /// <summary>64 bits that change little when the picture changes little; null for what is no picture, or was not looked at yet.</summary>
    public long? PictureHash { get; private set; }

    /// <summary>When there is work on it, from this instant on; null when all is done.</summary>
    public DateTime? WorkDue { get; private set; }

    /// <summary>How often the work failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Somebody works on it until then.</summary>
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>Takes the work; false while another holds it or nothing is to do.</summary>
    public bool Claim(DateTime now, TimeSpan length)
    {
        if (WorkDue is not { } due || due > now || LeaseUntil > now)
        {
            return false;
        }
        LeaseUntil = now + length;
        return true;
    }

    /// <summary>The scanner has answered.</summary>
    /// <param name="finding">Its name for what it found, or null when the file is clean.</param>
    public void Scanned(string? finding, DateTime at)
    {
        (Scan, ScannedAt) = (finding is null ? ScanState.Clean : ScanState.Flagged, at);
        Finding = finding is null ? "" : finding[..Math.Min(finding.Length, FindingMax)];
    }

    public void LooksLike(long pictureHash) => PictureHash = pictureHash;

    /// <summary>All that was to be done is done.</summary>
    public void WorkDone() => (WorkDue, LeaseUntil, Failures) = (null, null, 0);

    /// <summary>It did not work this time; null as <paramref name="again"/> gives it up.</summary>
    public void WorkFailed(DateTime? again) => (WorkDue, LeaseUntil, Failures) = (again, null, Failures + 1);

    /// <summary>Work is to be done on it (anew): a scanner was switched on, or its pictures were lost.</summary>
    public void WorkAgain(DateTime at) => (WorkDue, LeaseUntil, Failures) = (at, null, 0);
}
