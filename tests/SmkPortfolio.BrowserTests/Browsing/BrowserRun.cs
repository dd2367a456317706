using SmkPortfolio.BrowserTests.Browsing;

// One browser for the whole run; journeys open windows in it one after another, for two cores serve both sides.
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
