using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>Runs a theory once on each set of engines; values given here follow the engine: <c>[Theory, Engines("Title", 400)]</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EnginesAttribute(params object?[] values) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow([Engine.Sqlite, .. values]), new TheoryDataRow([Engine.Postgres, .. values])]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
