using System.Collections.Concurrent;

namespace SmkPortfolio.Web.Uploads;

/// <summary>
/// One request at a time works on an upload of this node. Whoever comes next ends the one before: after a lost connection that one waits for bytes
/// that will never come, while its client is here again. Other nodes are kept apart by the row's offset and lease.
/// </summary>
public sealed class UploadTurns
{
    // The one before may be looking at the whole file.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, Turn> _held = new();

    /// <summary>The turn, to be given back; null when the one before does not let go in time.</summary>
    public async Task<Turn?> TakeAsync(Guid upload, CancellationToken cancel)
    {
        var mine = new Turn(this, upload);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            while (!_held.TryAdd(upload, mine))
            {
                if (_held.TryGetValue(upload, out var before))
                {
                    await before.YieldAsync(patience.Token);
                }
            }
            return mine;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            mine.Dispose();
            return null;
        }
    }

    /// <summary>The right to work on an upload.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly CancellationTokenSource _over = new();
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly UploadTurns _turns;
        private readonly Guid _upload;

        internal Turn(UploadTurns turns, Guid upload)
        {
            _turns = turns;
            _upload = upload;
        }

        /// <summary>Says that somebody else waits.</summary>
        public CancellationToken Over => _over.Token;

        public void Dispose()
        {
            _turns._held.TryRemove(KeyValuePair.Create(_upload, this));
            _ended.TrySetResult();
        }

        internal async Task YieldAsync(CancellationToken patience)
        {
            await _over.CancelAsync();
            await _ended.Task.WaitAsync(patience);
        }
    }
}
