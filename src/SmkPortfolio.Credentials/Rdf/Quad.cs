namespace SmkPortfolio.Credentials.Rdf;

internal abstract record Term;

internal sealed record Iri(string Value) : Term;

internal sealed record Blank(string Label) : Term;

internal sealed record Literal(string Value, string Datatype, string? Language) : Term;

/// <summary>One RDF statement, in the default graph when <paramref name="Graph"/> is null.</summary>
internal sealed record Quad(Term Subject, Iri Predicate, Term Object, Term? Graph);
