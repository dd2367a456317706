using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;

NativeMemory.KeepSmall();
try
{
    var builder = WebApplication.CreateBuilder(Surroundings.Options(args));
    var settings = SettingsReader.Read(builder.Configuration, builder.Environment);
    Fonts.EnsureComplete();
    builder.AddSmkPortfolio(settings);
    var app = builder.Build();
    app.UseSmkPortfolio();
    return await Commands.RunAsync(app, args);
}
catch (Exception wrong) when (wrong is SettingException or FontMissingException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}

/// <summary>The program; named so that tests can host it.</summary>
public partial class Program;
