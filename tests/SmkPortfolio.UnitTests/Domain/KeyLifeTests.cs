using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class KeyLifeTests
{
    private static readonly DateTime At = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Bilingual Reason = new("Diperiksa.");

    [Fact]
    public void A_date_once_set_on_a_key_stays()
    {
        var key = Key();

        Assert.Null(key.Retire(At));
        Assert.Equal("key-retired", key.Retire(At.AddDays(1))?.Code);
        Assert.Null(key.ReportCompromised(At.AddDays(2)));
        Assert.Equal("key-compromised", key.ReportCompromised(At.AddDays(3))?.Code);
        Assert.Equal("key-compromised", key.Retire(At.AddDays(3))?.Code);
        Assert.Equal((At, At.AddDays(2), false), (key.RetiredAt, key.CompromisedAt, key.Signs));
    }

    [Fact]
    public void People_end_once_and_a_school_or_the_platform_never()
    {
        var teacher = Issuer.OfStaff(Guid.NewGuid(), "did:web:x:schools:1:staff:a", "a", Guid.NewGuid(), Guid.NewGuid(), "teacher", At);

        Assert.Null(teacher.End(At));
        Assert.Equal("issuer-ended", teacher.End(At)?.Code);
        Assert.Equal("issuer-goes-on", Issuer.OfSchool(Guid.NewGuid(), "did:web:x:schools:1", Guid.NewGuid(), At).End(At)?.Code);
        Assert.Equal("issuer-goes-on", Issuer.Platform(Guid.NewGuid(), "did:web:x", At).End(At)?.Code);
    }

    [Fact]
    public void A_suspension_is_lifted_and_a_withdrawal_is_not()
    {
        var credential = Credential();

        Assert.Equal("not-suspended", credential.Lift(Reason, At)?.Code);
        Assert.Null(credential.Suspend(Reason, At));
        Assert.Equal("not-active", credential.Suspend(Reason, At)?.Code);
        Assert.Null(credential.Lift(Reason, At));
        Assert.Null(credential.Withdraw(Reason, At));
        Assert.Equal("not-suspended", credential.Lift(Reason, At)?.Code);
        Assert.Equal("not-active", credential.Suspend(Reason, At)?.Code);
    }

    [Fact]
    public void What_a_stolen_key_signed_is_withdrawn_and_what_was_decided_before_keeps_its_reason()
    {
        var (standing, withdrawn, suspended) = (Credential(), Credential(), Credential());
        withdrawn.Withdraw(Reason, At);
        suspended.Suspend(Reason, At);

        foreach (var credential in new[] { standing, withdrawn, suspended })
        {
            credential.Distrust(At.AddDays(1));
        }

        Assert.Equal((CredentialState.Withdrawn, At.AddDays(1)), (standing.State, standing.StateSince));
        Assert.Equal((CredentialState.Withdrawn, At, Reason), (withdrawn.State, withdrawn.StateSince, withdrawn.Reason));
        Assert.Equal(CredentialState.Suspended, suspended.State);
        Assert.Null(suspended.Lift(Reason, At.AddDays(2)));
        Assert.Equal(CredentialState.Withdrawn, suspended.State);
    }

    private static IssuerKey Key() => IssuerKey.Of(Guid.NewGuid(), Guid.NewGuid(), KeyUse.Proof, "z6MkTest", [1], new byte[32], At.AddDays(-1));

    private static IssuedCredential Credential() => IssuedCredential.Of(
        Guid.NewGuid(), Guid.NewGuid(), CredentialKind.OpenBadge, "https://x/1", Guid.NewGuid(), 1, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), [1], new byte[32], Guid.NewGuid(), 1, At);
}
