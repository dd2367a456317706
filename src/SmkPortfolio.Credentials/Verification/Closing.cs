namespace SmkPortfolio.Credentials.Verification;

/// <summary>What a reader is told of a school that has closed since it signed. It speaks against nothing: what was signed before stays good.</summary>
internal static class Closing
{
    /// <summary>Passes the register's check, with a word on the closing of the school that stands behind the issuer.</summary>
    public static void PassRegister(CheckSheet checks, Register register, RegisterEntry issuer)
    {
        var school = issuer.School ?? register.Content.Schools.FirstOrDefault(s => s.Npsn == issuer.Npsn);
        if (school?.To is not { } closed) checks.Set(CheckName.Register, CheckState.Passed);
        else if (register.AnswersFor(school) is { } successor) checks.Set(CheckName.Register, CheckState.Passed, "school-closed-into", closed, $"{successor.Name} (NPSN {successor.Npsn})");
        else checks.Set(CheckName.Register, CheckState.Passed, "school-closed", closed);
    }
}
