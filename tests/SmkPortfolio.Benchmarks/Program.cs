using SmkPortfolio.Benchmarks;

// One benchmark by name; the last line of each is "figures: {json}".
if (args is not [var name, ..])
{
    Console.Error.WriteLine("usage: SmkPortfolio.Benchmarks NAME [COUNT]   (names: cv, credentials, public, batch, pictures, upload)");
    return 2;
}

int? count = args.Length > 1 && int.TryParse(args[1], out var asked) && asked > 0 ? asked : null;
switch (name)
{
    case "cv":
        await CvBenchmark.RunAsync(count ?? 8000);
        return 0;
    case "credentials":
        await CredentialsBenchmark.RunAsync(count ?? 2000);
        return 0;
    case "public":
        await PublicBenchmark.RunAsync(count ?? 5);
        return 0;
    case "batch":
        await BatchBenchmark.RunAsync(count ?? 8000);
        return 0;
    case "upload":
        await UploadBenchmark.RunAsync(count ?? 5);
        return 0;
    case "pictures":
        await PicturesBenchmark.RunAsync(count ?? 40);
        return 0;
    case PicturesBenchmark.Child when args.Length == 3:
        await PicturesBenchmark.MeasuredAsync(args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine($"There is no benchmark '{name}'; there are: cv, credentials, public, batch, pictures, upload.");
        return 2;
}
