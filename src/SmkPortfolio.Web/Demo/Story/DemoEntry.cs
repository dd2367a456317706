namespace SmkPortfolio.Web.Demo.Story;

/// <summary>A portfolio entry: what it said when begun, and everything that then happened to it, in order.</summary>
/// <param name="Kind"><c>project</c>, <c>certification</c>, <c>internship</c> or <c>teaching-factory</c>.</param>
/// <param name="State">Where it stands after the last step: <c>draft</c>, <c>submitted</c>, <c>returned</c>, <c>endorsed</c> or <c>declined</c>.</param>
/// <param name="Changed">Endorsed and edited since.</param>
/// <param name="InBin">The last step moved it to the bin.</param>
/// <param name="Word">The trust it has reached: <c>self</c>, <c>teacher</c>, <c>company</c> or <c>certificate</c>.</param>
/// <param name="Fields">First content, as the invariant text of Domain's <c>EntrySchema</c>: <c>title</c>, <c>title.en</c>, <c>start</c> (yyyy-MM-dd) …</param>
/// <param name="PartnerKey">The company of the internship or the client of the order, when it is a partner in the story.</param>
/// <param name="Evidence">The files, in order, added before the first submission.</param>
public sealed record DemoEntry(
    string Key,
    string Kind,
    string State,
    bool Changed,
    bool InBin,
    string Word,
    IReadOnlyDictionary<string, string> Fields,
    string? PartnerKey,
    IReadOnlyList<DemoEvidence> Evidence,
    IReadOnlyList<DemoStep> Steps);

/// <summary>Something that happened to an entry. The first step is always <c>begun</c>; days strictly ascend.</summary>
/// <param name="Name">
/// By the student: <c>begun</c>, <c>edited</c>, <c>submitted</c>, <c>binned</c>. By staff: <c>returned</c>, <c>declined</c>, <c>endorsed</c>,
/// <c>checked</c>, <c>confirmed</c>. By a mentor: <c>mentor-endorsed</c>. By a client: <c>client-endorsed</c>.
/// </param>
/// <param name="ByKey">Key of the student, staff member or mentor.</param>
/// <param name="On">The day; null where the step is recent, then <paramref name="DaysAgo"/> counts.</param>
/// <param name="DaysAgo">For recent steps: days before the day of seeding, so that queues and the bin look alive on any day of the year.</param>
/// <param name="Text">Statement of an endorsement or reason of a return or refusal, else empty.</param>
/// <param name="Fields">For <c>edited</c>: the entry's whole content afterwards; else null.</param>
public sealed record DemoStep(string Name, string ByKey, DateOnly? On, int? DaysAgo, string Text = "", IReadOnlyDictionary<string, string>? Fields = null)
{
    /// <summary>The day of the step for a story seeded on <paramref name="today"/>; always before it.</summary>
    public DateOnly Day(DateOnly today) => On ?? today.AddDays(-DaysAgo!.Value);
}

/// <summary>A file of an entry: a picture of ours, or a paper to be made by the Pdf room. Exactly one of the two is given.</summary>
/// <param name="Picture">File name of an embedded picture (<c>demo/NAME</c>), or null.</param>
/// <param name="Sheet">What the paper says, or null.</param>
/// <param name="Caption">As the student wrote it.</param>
public sealed record DemoEvidence(string? Picture, DemoSheet? Sheet, string Caption);

/// <summary>A paper as evidence, made as PDF.</summary>
/// <param name="Kind"><c>job-sheet</c>, <c>score-form</c>, <c>certificate</c>, <c>qc-sheet</c> or <c>journal</c>.</param>
/// <param name="FileName">Name of the file, ends in <c>.pdf</c>.</param>
/// <param name="Title">Heading.</param>
/// <param name="Columns">Head of the table.</param>
/// <param name="Rows">Its rows, each as wide as <paramref name="Columns"/>.</param>
/// <param name="Note">A line beneath the table, or empty.</param>
/// <param name="SignedBy">Name and role under the paper, or empty.</param>
public sealed record DemoSheet(
    string Kind,
    string FileName,
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    string Note,
    string SignedBy);
