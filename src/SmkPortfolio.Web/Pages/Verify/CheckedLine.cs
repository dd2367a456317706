using SmkPortfolio.Credentials;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>A line of a checked paper and the zone in which its instants are told.</summary>
public sealed record CheckedLine(ReportLine Line, string Zone);
