using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>Collects the database commands of the requests that carry its mark, and of no others.</summary>
internal sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Header = "X-Test-Mark";
    private static readonly HttpContextAccessor Requests = new();
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly List<IDisposable> _subscriptions = [];
    private readonly ConcurrentQueue<string> _commands = new();

    public QueryCount() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public IReadOnlyList<string> Commands => [.. _commands];

    public HttpRequestMessage Mark(HttpRequestMessage request)
    {
        request.Headers.Add(Header, _mark);
        return request;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            lock (_subscriptions)
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // The request that runs the command is the one at hand: the observer is called within it.
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command && Requests.HttpContext?.Request.Headers[Header].ToString() == _mark)
        {
            _commands.Enqueue(command.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        lock (_subscriptions)
        {
            _subscriptions.ForEach(s => s.Dispose());
        }
    }
}
