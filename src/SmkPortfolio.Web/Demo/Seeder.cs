namespace SmkPortfolio.Web.Demo;

public sealed class Seeder
{
    public Task SeedWhenEmptyAsync(CancellationToken cancel) => Task.CompletedTask;
}

public sealed class Samples
{
    public Task<int> WriteAsync(string folder, CancellationToken cancel) => Task.FromResult(0);
}
