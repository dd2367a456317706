namespace SmkPortfolio.Web.Pages.Account;

/// <summary>The accounts of the demo, named on its sign-in page; the demo never runs outside Development.</summary>
public static class DemoAccounts
{
    public const string Password = "Demo-2026-smk";

    /// <summary>Address and role.</summary>
    public static readonly IReadOnlyList<(string Address, string Role)> All =
    [
        ("murid@demo.sch.id", "student"),
        ("murid-muda@demo.sch.id", "student"),
        ("wali@demo.sch.id", "guardian"),
        ("guru@demo.sch.id", "teacher"),
        ("guru2@demo.sch.id", "teacher"),
        ("hubin@demo.sch.id", "hubin"),
        ("bkk@demo.sch.id", "bkk"),
        ("operator@demo.sch.id", "operator"),
        ("kepsek@demo.sch.id", "principal"),
        ("perusahaan@demo.co.id", "employer"),
        ("perekrut@demo.jp", "recruiter"),
        ("dinas@demo.go.id", "province"),
    ];
}
