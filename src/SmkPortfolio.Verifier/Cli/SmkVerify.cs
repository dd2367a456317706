using System.CommandLine;
using System.Globalization;

namespace SmkPortfolio.Verifier.Cli;

/// <summary>The command <c>smkverify</c>: a verdict per file, with no server and no database.</summary>
public static class SmkVerify
{
    /// <summary>Every file is genuine and current.</summary>
    public const int AllGenuine = 0;

    /// <summary>At least one is not.</summary>
    public const int NotAllGenuine = 1;

    /// <summary>The command was given in a way that cannot be carried out.</summary>
    public const int Usage = 2;

    /// <summary>Runs the command; nothing else in here touches the console or the clock.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE") { Description = "PDF, credential (JSON, JWT, PNG) or a ZIP of them to check", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "print one JSON report per line" };
        var register = new Option<string?>("--register") { Description = "issuer register: a file or an address; without it no verdict is genuine" };
        var status = new Option<string[]>("--status") { Description = "a saved status list, for a check without a network; may be given several times", Arity = ArgumentArity.ZeroOrMore };
        var key = new Option<string?>("--key") { Description = "fingerprint of the platform key that must have signed the register; with it, the register inside a ZIP is used too" };
        var at = new Option<string?>("--at") { Description = "https://HOST=http://127.0.0.1:PORT: where to reach the register's origin" };
        var offline = new Option<bool>("--offline") { Description = "use only the status lists inside the file" };
        var registerOut = new Option<string?>("--register-out") { Description = "save the register that was used" };
        var logProof = new Option<string?>("--log-proof") { Description = "the .tlog-proof file of the one FILE given" };
        var qr = new Option<string?>("--qr") { Description = "text of the large QR code on a paper" };
        var command = new RootCommand("Checks papers and credentials of SmkPortfolio.") { files, json, register, status, key, at, offline, registerOut, logProof, qr };

        var parsed = command.Parse([.. args]);
        var isHelp = parsed.Action is not null && parsed.CommandResult.Command == command;
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors) await error.WriteLineAsync(problem.Message);
            return Usage;
        }
        if (isHelp) return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        var options = new VerifyOptions(
            parsed.GetValue(files) ?? [], parsed.GetValue(json), parsed.GetValue(register), parsed.GetValue(status) ?? [], parsed.GetValue(key),
            parsed.GetValue(at), parsed.GetValue(offline), parsed.GetValue(registerOut), parsed.GetValue(logProof), parsed.GetValue(qr), Language());
        try
        {
            return await new VerifyRun(options, output, error, clock).RunAsync(CancellationToken.None);
        }
        catch (UsageException problem)
        {
            await error.WriteLineAsync(problem.Message);
            return Usage;
        }
    }

    private static string Language() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "id" ? "id" : "en";
}
