using SmkPortfolio.Benchmarks;

// One benchmark by name; the last line of each is "figures: {json}".
if (args is not [var name, ..])
{
    Console.Error.WriteLine("usage: SmkPortfolio.Benchmarks NAME [COUNT]   (names: cv)");
    return 2;
}

var count = args.Length > 1 && int.TryParse(args[1], out var asked) && asked > 0 ? asked : 8000;
switch (name)
{
    case "cv":
        await CvBenchmark.RunAsync(count);
        return 0;
    default:
        Console.Error.WriteLine($"There is no benchmark '{name}'; there is: cv.");
        return 2;
}
