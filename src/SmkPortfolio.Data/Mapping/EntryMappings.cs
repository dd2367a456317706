using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Data.Mapping;

internal sealed class PortfolioMapping : IEntityTypeConfiguration<Portfolio>
{
    public void Configure(EntityTypeBuilder<Portfolio> builder)
    {
        builder.HasKey(p => new { p.SchoolId, p.Id });
        builder.HasIndex(p => new { p.SchoolId, p.PersonId }).IsUnique();
        builder.Property(p => p.Headline).HasConversion(new JsonText<Bilingual>(), new JsonComparer<Bilingual>());
        builder.Property(p => p.Summary).HasConversion(new JsonText<Bilingual>(), new JsonComparer<Bilingual>());
        builder.Property(p => p.Skills).HasConversion(new JsonText<IReadOnlyList<Bilingual>>(), new JsonComparer<IReadOnlyList<Bilingual>>());
        builder.Property(p => p.Languages).HasConversion(new JsonText<IReadOnlyList<LanguageSkill>>(), new JsonComparer<IReadOnlyList<LanguageSkill>>());
        builder.Property(p => p.Contact).HasConversion(new JsonText<ContactDetails>(), new JsonComparer<ContactDetails>());
        builder.Property(p => p.Particulars).HasConversion(new JsonText<Particulars>(), new JsonComparer<Particulars>()).HasDefaultValue(Particulars.Empty);
        builder.Property(p => p.Past).HasConversion(new JsonText<IReadOnlyList<PastItem>>(), new JsonComparer<IReadOnlyList<PastItem>>()).HasDefaultValue(Array.Empty<PastItem>());
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}

internal sealed class PaperTextsMapping : IEntityTypeConfiguration<PaperTexts>
{
    public void Configure(EntityTypeBuilder<PaperTexts> builder)
    {
        builder.HasKey(t => new { t.SchoolId, t.Id });
        builder.HasIndex(t => new { t.SchoolId, t.PersonId, t.Language }).IsUnique();
        builder.Property(t => t.Language).HasMaxLength(8);
        builder.Property(t => t.Texts).HasConversion(new JsonText<IReadOnlyDictionary<string, string>>(), new JsonComparer<IReadOnlyDictionary<string, string>>());
        builder.Property(t => t.Version).IsConcurrencyToken();
    }
}

internal sealed class EntryMapping : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.HasKey(e => new { e.SchoolId, e.Id });
        builder.HasIndex(e => new { e.SchoolId, e.PersonId });
        builder.HasIndex(e => new { e.SchoolId, e.State, e.SubmittedAt });
        builder.Property(e => e.Title).HasMaxLength(120);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Ignore(e => e.Evidence);
        builder.HasMany<Evidence>("evidence").WithOne().HasForeignKey(f => new { f.SchoolId, f.EntryId });
        builder.Navigation("evidence").AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.HasKey(e => new { e.SchoolId, e.Id });
        builder.HasIndex(e => new { e.SchoolId, e.Sha256 });
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.AlternativeText).HasMaxLength(Evidence.AlternativeTextMax);
        builder.Property(e => e.ErasedWhy).HasMaxLength(Evidence.ReasonMax);
    }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.EntryId, r.Number }).IsUnique();
    }
}

internal sealed class ReviewEventMapping : IEntityTypeConfiguration<ReviewEvent>
{
    public void Configure(EntityTypeBuilder<ReviewEvent> builder)
    {
        builder.HasKey(e => new { e.SchoolId, e.Id });
        builder.HasIndex(e => new { e.SchoolId, e.EntryId });
    }
}

internal sealed class ReviewOpeningMapping : IEntityTypeConfiguration<ReviewOpening>
{
    public void Configure(EntityTypeBuilder<ReviewOpening> builder) => builder.HasKey(o => new { o.SchoolId, o.RevisionId, o.ByPersonId });
}

internal sealed class EndorsementMapping : IEntityTypeConfiguration<Endorsement>
{
    public void Configure(EntityTypeBuilder<Endorsement> builder)
    {
        builder.HasKey(e => new { e.SchoolId, e.Id });
        builder.HasIndex(e => new { e.SchoolId, e.EntryId });
        builder.HasIndex(e => new { e.SchoolId, e.ByPersonId });
        // Withdrawn once: of two at the same time the second is told.
        builder.Property(e => e.WithdrawnAt).IsConcurrencyToken();
    }
}

internal sealed class CvDocumentMapping : IEntityTypeConfiguration<CvDocument>
{
    public void Configure(EntityTypeBuilder<CvDocument> builder)
    {
        builder.HasKey(c => new { c.SchoolId, c.Id });
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.SchoolId, c.PersonId });
        builder.HasIndex(c => c.PdfSha256);
        builder.HasIndex(c => new { c.SchoolId, c.RequestId }).IsUnique();
        builder.HasIndex(c => new { c.SchoolId, c.BatchId });
        builder.Property(c => c.Template).HasMaxLength(60);
        builder.Property(c => c.Audience).HasMaxLength(120);
        builder.Property(c => c.SealLevel).HasMaxLength(3).HasDefaultValue("B-B");
        builder.Property(c => c.Code).HasMaxLength(11);
        builder.Ignore(c => c.Lines);
        builder.HasMany<CvLine>("lines").WithOne().HasForeignKey(l => new { l.SchoolId, l.CvDocumentId });
        builder.Navigation("lines").AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CvLineMapping : IEntityTypeConfiguration<CvLine>
{
    public void Configure(EntityTypeBuilder<CvLine> builder) => builder.HasKey(l => new { l.SchoolId, l.CvDocumentId, l.Position });
}

internal sealed class ShareLinkMapping : IEntityTypeConfiguration<ShareLink>
{
    public void Configure(EntityTypeBuilder<ShareLink> builder)
    {
        builder.HasKey(l => new { l.SchoolId, l.Id });
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => new { l.SchoolId, l.PersonId });
    }
}

internal sealed class ShareVisitMapping : IEntityTypeConfiguration<ShareVisit>
{
    public void Configure(EntityTypeBuilder<ShareVisit> builder) => builder.HasKey(v => new { v.SchoolId, v.ShareLinkId, v.Day });
}

internal sealed class PaperBatchMapping : IEntityTypeConfiguration<PaperBatch>
{
    public void Configure(EntityTypeBuilder<PaperBatch> builder)
    {
        builder.HasKey(b => new { b.SchoolId, b.Id });
        builder.HasIndex(b => new { b.FinishedAt, b.CancelledAt, b.LeaseUntil });
        builder.Property(b => b.Label).HasMaxLength(PaperBatch.LabelMax);
        builder.Property(b => b.LeaseUntil).IsConcurrencyToken();
        builder.Property(b => b.CancelledAt).IsConcurrencyToken();
    }
}

internal sealed class PaperBatchItemMapping : IEntityTypeConfiguration<PaperBatchItem>
{
    public void Configure(EntityTypeBuilder<PaperBatchItem> builder)
    {
        builder.HasKey(i => new { i.SchoolId, i.BatchId, i.Position });
        builder.HasIndex(i => new { i.SchoolId, i.BatchId, i.State });
        builder.HasOne<PaperBatch>().WithMany().HasForeignKey(i => new { i.SchoolId, i.BatchId });
    }
}
