namespace SmkPortfolio.WebTests.Derived;

/// <summary>A virus scanner on a loopback port that knows one signature, our own: clamd itself, or a stub that speaks as it does.</summary>
internal interface IScanner : IAsyncDisposable
{
    /// <summary>What it calls a file that holds our signature.</summary>
    string Finding { get; }

    KeyValuePair<string, string> Setting { get; }
}
