using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>Keeps what the site logged as an error, so that a test can say why a page failed.</summary>
internal sealed class FaultLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _faults = new();

    public IReadOnlyCollection<string> Faults => _faults;

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, _faults);

    public void Dispose()
    {
    }

    private sealed class Writer(string category, ConcurrentQueue<string> faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                faults.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
