namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>One step of the way to this page, for <c>ViewData["Crumbs"]</c>.</summary>
public sealed record Crumb(string Text, string Href);

/// <summary>For <c>_Empty</c>: why nothing is here and what to do first.</summary>
public sealed record EmptyPart(string Icon, string Title, string Text, string? Href = null, string? Action = null);

/// <summary>For <c>_Entry</c>: a line of a portfolio. Kind, state and word are the codes of the contract.</summary>
/// <param name="Pick">Puts a tick named <c>pick</c> with this value before the line, for a list inside a form.</param>
/// <param name="Note">A remark beside state and word, already written for the reader.</param>
public sealed record EntryPart(
    string Title, string Kind, string? Href = null, string? Line = null, string? State = null, string? Word = null, string? CoverHref = null, Guid? Pick = null, string? Note = null);

/// <summary>For <c>_Pager</c>: pages count from 1; <paramref name="Href"/> makes a page's address.</summary>
public sealed record PagerPart(int Page, int Pages, Func<int, string> Href);

/// <summary>For <c>_Missing</c>: how far it is and what would make it better.</summary>
public sealed record MissingPart(int Done, int Total, IReadOnlyList<MissingItem> Items);

public sealed record MissingItem(string Text, string? Href, bool IsDone = false);

/// <summary>For <c>_Elsewhere</c>: what was saved meanwhile, where it differs from what stands in the form.</summary>
public sealed record ElsewherePart(string Label, string Text);

/// <summary>For <c>_Timeline</c>: what happened, newest first; When is already written for the reader.</summary>
public sealed record TimelineItem(string Icon, string What, string? Who, string When, string? Note = null);

/// <summary>For <c>_Verdict</c>: one of the six, with its sentence, its next step and the three times, already written for the reader.</summary>
public sealed record VerdictPart(string Verdict, string Sentence, string NextStep, string? SignedAt, string? StatusAsOf, string CheckedAt);

/// <summary>For <c>_Checks</c>: one check by its name in the contract; state is passed, failed, unchecked or not-applicable.</summary>
public sealed record CheckPart(string Name, string State, string? Detail = null);
