using SmkPortfolio.Verifier.Cli;

return await SmkVerify.RunAsync(args, Console.Out, Console.Error, TimeProvider.System);
