namespace SmkPortfolio.WebTests.Hosting;

/// <summary>A file that a person chose in a form.</summary>
public sealed record Upload(string Field, string FileName, string MediaType, byte[] Content);
