using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmkPortfolio.Domain.Audit;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Data.Mapping;

internal sealed class SchoolMapping : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.Property(s => s.Npsn).HasMaxLength(8);
        builder.HasIndex(s => s.Npsn).IsUnique();
        // Two who close it at once must not overwrite each other's date and successor.
        builder.Property(s => s.ClosedAt).IsConcurrencyToken();
    }
}

internal sealed class AcademicYearMapping : IEntityTypeConfiguration<AcademicYear>
{
    public void Configure(EntityTypeBuilder<AcademicYear> builder)
    {
        builder.HasKey(y => new { y.SchoolId, y.Id });
        builder.HasIndex(y => new { y.SchoolId, y.StartYear }).IsUnique();
    }
}

internal sealed class ClassGroupMapping : IEntityTypeConfiguration<ClassGroup>
{
    public void Configure(EntityTypeBuilder<ClassGroup> builder)
    {
        builder.HasKey(g => new { g.SchoolId, g.Id });
        builder.HasIndex(g => new { g.SchoolId, g.AcademicYearId, g.Name }).IsUnique();
        builder.Ignore(g => g.ProgramCode);
        builder.Ignore(g => g.StudyName);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasKey(m => new { m.SchoolId, m.Id });
        builder.HasIndex(m => m.PersonId);
        builder.HasIndex(m => new { m.SchoolId, m.ClassGroupId });
        builder.HasIndex(m => new { m.SchoolId, m.Nis }).IsUnique();
        builder.Property(m => m.Nis).HasMaxLength(20);
        builder.Property(m => m.IssuingStopReason).HasMaxLength(Membership.ReasonMax);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReachMapping : IEntityTypeConfiguration<Reach>
{
    public void Configure(EntityTypeBuilder<Reach> builder)
    {
        builder.HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }
}

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder) => builder.HasKey(p => new { p.SchoolId, p.Id });
}

internal sealed class MentorMapping : IEntityTypeConfiguration<Mentor>
{
    public void Configure(EntityTypeBuilder<Mentor> builder) => builder.HasKey(m => new { m.SchoolId, m.Id });
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Nisn).HasMaxLength(10);
        builder.HasIndex(p => p.Nisn).IsUnique();
        builder.HasOne<Account>().WithOne().HasForeignKey<Account>(a => a.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GuardianshipMapping : IEntityTypeConfiguration<Guardianship>
{
    public void Configure(EntityTypeBuilder<Guardianship> builder)
    {
        builder.HasKey(g => new { g.SchoolId, g.Id });
        builder.HasIndex(g => g.GuardianId);
        builder.HasIndex(g => new { g.SchoolId, g.StudentId });
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.HasKey(c => new { c.SchoolId, c.Id });
        builder.HasIndex(c => new { c.SchoolId, c.StudentId });
    }
}

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.HasKey(e => new { e.SchoolId, e.Sequence });
        builder.HasIndex(e => new { e.SchoolId, e.Subject });
        builder.Property(e => e.Sequence).ValueGeneratedNever();
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.HasKey(h => h.SchoolId);
        builder.Property(h => h.SchoolId).ValueGeneratedNever();
    }
}

internal sealed class SiteFactMapping : IEntityTypeConfiguration<SiteFact>
{
    public void Configure(EntityTypeBuilder<SiteFact> builder) => builder.HasKey(f => f.Name);
}

internal sealed class KeptFormMapping : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder) => builder.HasIndex(f => f.ExpiresAt);
}
