namespace SmkPortfolio.Web.Keeping;

/// <summary>Says on the error stream how far a long command is, now and then.</summary>
public sealed class ProgressLine(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly long begun = clock.GetTimestamp();
    private long said = clock.GetTimestamp();

    public void Say(Func<string> line)
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(said) < Pause)
            {
                return;
            }
            said = clock.GetTimestamp();
            Console.Error.WriteLine(line());
        }
    }

    /// <summary>How long it will still take at the speed so far.</summary>
    public string Left(long done, long of)
    {
        if (done == 0)
        {
            return "";
        }
        var left = clock.GetElapsedTime(begun) * ((double)(of - done) / done);
        return left < TimeSpan.FromMinutes(1) ? $"{(int)left.TotalSeconds} s left" : $"{(int)left.TotalMinutes} min left";
    }
}
