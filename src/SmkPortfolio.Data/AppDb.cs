using System.Data;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SmkPortfolio.Data.Mapping;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Audit;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;

namespace SmkPortfolio.Data;

/// <summary>The one database model. Two thin subclasses hold the migrations of each engine.</summary>
public abstract class AppDb(DbContextOptions options, SchoolScope scope) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<School> Schools => Set<School>();
    public DbSet<AcademicYear> AcademicYears => Set<AcademicYear>();
    public DbSet<ClassGroup> ClassGroups => Set<ClassGroup>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Reach> Reaches => Set<Reach>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<Mentor> Mentors => Set<Mentor>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Guardianship> Guardianships => Set<Guardianship>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Portfolio> Portfolios => Set<Portfolio>();
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<Derivative> Derivatives => Set<Derivative>();
    public DbSet<Resemblance> Resemblances => Set<Resemblance>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<ReviewEvent> ReviewEvents => Set<ReviewEvent>();
    public DbSet<ReviewOpening> ReviewOpenings => Set<ReviewOpening>();
    public DbSet<Endorsement> Endorsements => Set<Endorsement>();
    public DbSet<Issuer> Issuers => Set<Issuer>();
    public DbSet<IssuerKey> IssuerKeys => Set<IssuerKey>();
    public DbSet<SchoolSeal> SchoolSeals => Set<SchoolSeal>();
    public DbSet<StatusList> StatusLists => Set<StatusList>();
    public DbSet<StatusEntry> StatusEntries => Set<StatusEntry>();
    public DbSet<IssuedCredential> Credentials => Set<IssuedCredential>();
    public DbSet<LogEntry> LogEntries => Set<LogEntry>();
    public DbSet<LogTile> LogTiles => Set<LogTile>();
    public DbSet<LogCheckpoint> LogCheckpoints => Set<LogCheckpoint>();
    public DbSet<LoggedRegister> LoggedRegisters => Set<LoggedRegister>();
    public DbSet<PaperTexts> PaperTexts => Set<PaperTexts>();
    public DbSet<CvDocument> CvDocuments => Set<CvDocument>();
    public DbSet<PaperBatch> PaperBatches => Set<PaperBatch>();
    public DbSet<PaperBatchItem> PaperBatchItems => Set<PaperBatchItem>();
    public DbSet<ShareLink> ShareLinks => Set<ShareLink>();
    public DbSet<ShareVisit> ShareVisits => Set<ShareVisit>();
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<SiteFact> SiteFacts => Set<SiteFact>();
    public DbSet<KeptForm> KeptForms => Set<KeptForm>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Read by the query filter of every school-owned row.</summary>
    public SchoolScope Scope { get; } = scope;

    private IDbContextTransaction? begun;

    /// <summary>Reads the head of a school's audit chain and locks it; SQLite's one writer needs no lock.</summary>
    protected abstract string HeadQuery { get; }

    /// <summary>Isolation under which all that is read stands as it stood at the first query, and no writer waits for it.</summary>
    protected abstract IsolationLevel OneMoment { get; }

    /// <summary>What is read until this is committed is as it was at one moment; null within a transaction that is open already.</summary>
    public async Task<IDbContextTransaction?> BeginReadingAsync(CancellationToken cancel) =>
        Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(OneMoment, cancel) : null;

    /// <summary>One writer at a time, for whom the others look again in steps of a tenth of a second: better they wait for each other before they write.</summary>
    public abstract bool HasOneWriter { get; }

    /// <summary>Says by an exception that nothing can be written now.</summary>
    public abstract Task ProbeAsync(CancellationToken cancel);

    /// <summary>The same for a status list.</summary>
    protected abstract string ListQuery { get; }

    /// <summary>
    /// Reads status lists as they are now and keeps everybody else from changing them until the next <see cref="SaveAsync(Guid, string, Guid, Change, CancellationToken)"/>,
    /// which ends the transaction that begins here. Always in the same order, so that two who need the same lists wait for each other and not crosswise.
    /// </summary>
    public async Task<IReadOnlyList<StatusList>> LockListsAsync(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        if (Database.CurrentTransaction is null)
        {
            begun = await Database.BeginTransactionAsync(cancel);
        }
        List<StatusList> lists = [];
        foreach (var id in ids.Distinct().Order())
        {
            var list = await StatusLists.FromSqlRaw(ListQuery, id).SingleAsync(cancel);
            await Entry(list).ReloadAsync(cancel);
            lists.Add(list);
        }
        return lists;
    }

    /// <summary>Lets go of locked lists: nothing is going to be saved.</summary>
    public async Task DropAsync()
    {
        if (begun is { } open)
        {
            begun = null;
            await open.DisposeAsync();
        }
    }

    /// <summary>Takes places in a status list, at once.</summary>
    /// <returns>Those that were still free; the others are somebody else's.</returns>
    public async Task<IReadOnlyList<int>> TakePlacesAsync(Guid listId, IReadOnlyCollection<int> indices, CancellationToken cancel)
    {
        // Two who want the same places take them in the same order, and so never wait for each other crosswise.
        var rows = string.Join(", ", indices.Distinct().Order().Select(i => string.Create(CultureInfo.InvariantCulture, $"({{0}}, {i})")));
        var insert = string.Concat("INSERT INTO \"StatusEntries\" (\"ListId\", \"Index\") VALUES ", rows, " ON CONFLICT DO NOTHING RETURNING \"Index\" AS \"Value\"");
        return await Database.SqlQueryRaw<int>(insert, listId).ToListAsync(cancel);
    }

    /// <summary>Lets one writer at a time continue the transparency log, on whichever node, until the transaction ends.</summary>
    public abstract Task LockLogAsync(CancellationToken cancel);

    /// <summary>Lets one at a time find room for a file at a school, on whichever node, until the transaction ends.</summary>
    public abstract Task LockSpaceAsync(Guid schoolId, CancellationToken cancel);

    /// <summary>Numbers the entries of the transparency log that have no place yet, in order of arrival; needs the lock.</summary>
    /// <param name="next">The first free place.</param>
    /// <returns>How many got a number.</returns>
    public Task<int> NumberLogAsync(long next, CancellationToken cancel) => Database.ExecuteSqlAsync(
        $"""
        UPDATE "LogEntries" SET "Sequence" = n."Place"
        FROM (SELECT "Id", {next} + ROW_NUMBER() OVER (ORDER BY "Id") - 1 AS "Place" FROM "LogEntries" WHERE "Sequence" IS NULL) AS n
        WHERE n."Id" = "LogEntries"."Id"
        """,
        cancel);

    /// <summary>
    /// Writes down that a content of this school's store is used as evidence, at once: one row however many come with it at the same time. Work on it is due.
    /// Called before the content is stored, it keeps whoever tidies up away from it for a while.
    /// </summary>
    public Task TouchFileAsync(Guid schoolId, EvidenceFile file, DateTime at, CancellationToken cancel) => Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "StoredFiles" ("SchoolId", "Sha256", "MediaType", "Size", "TouchedAt", "Scan", "Finding", "WorkDue", "Failures")
        VALUES ({schoolId}, {file.Sha256}, {file.MediaType}, {file.Size}, {at}, {(int)ScanState.NotScanned}, '', {at}, 0)
        ON CONFLICT ("SchoolId", "Sha256") DO UPDATE SET "TouchedAt" = excluded."TouchedAt"
        """,
        cancel);

    /// <summary>
    /// Saves what is tracked together with its audit event, in one transaction. The chain's head is locked last, so that chains never
    /// make two savers wait for each other crosswise.
    /// </summary>
    public Task SaveAsync(Guid schoolId, string action, Guid subject, Change by, CancellationToken cancel) =>
        SaveAsync(schoolId, [(action, subject)], by, cancel);

    /// <inheritdoc cref="SaveAsync(Guid, string, Guid, Change, CancellationToken)"/>
    public async Task SaveAsync(Guid schoolId, IReadOnlyList<(string Action, Guid Subject)> events, Change by, CancellationToken cancel)
    {
        var own = begun ?? (Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null);
        begun = null;
        await using (own)
        {
            var shown = ChangeTracker.Entries<Evidence>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Sha256).Distinct().Order(StringComparer.Ordinal).ToList();
            await SaveChangesAsync(cancel);
            foreach (var sha256 in shown)
            {
                await LookAgainAsync(schoolId, sha256, by.At, cancel);
            }
            var head = await HeadAsync(schoolId, cancel) ?? await FirstHeadAsync(AuditHead.Begin(schoolId), cancel);
            await Entry(head).ReloadAsync(cancel);
            foreach (var (action, subject) in events)
            {
                AuditEvents.Add(AuditEvent.Next(head, action, subject, by));
            }
            await SaveChangesAsync(cancel);
            if (own is not null)
            {
                await own.CommitAsync(cancel);
            }
        }
    }

    /// <summary>
    /// A picture that stands as evidence from now on is looked at anew when somebody has looked at it, or is at it, while it was a portrait and nothing else.
    /// </summary>
    private Task<int> LookAgainAsync(Guid schoolId, string sha256, DateTime at, CancellationToken cancel) => StoredFiles
        .Where(f => f.SchoolId == schoolId && f.Sha256 == sha256 && f.PictureHash == null && f.MediaType.StartsWith("image/") && (f.WorkDue == null || f.LeaseUntil != null))
        .ExecuteUpdateAsync(f => f.SetProperty(r => r.WorkDue, at).SetProperty(r => r.LeaseUntil, (DateTime?)null).SetProperty(r => r.Failures, 0), cancel);

    private Task<AuditHead?> HeadAsync(Guid schoolId, CancellationToken cancel) =>
        AuditHeads.FromSqlRaw(HeadQuery, schoolId).IgnoreQueryFilters().SingleOrDefaultAsync(cancel);

    /// <summary>A chain's first two events may come at once, and what is not there cannot be locked: whoever is first makes it, the other waits for it.</summary>
    private async Task<AuditHead> FirstHeadAsync(AuditHead head, CancellationToken cancel)
    {
        await Database.ExecuteSqlAsync($"""INSERT INTO "AuditHeads" ("SchoolId", "Sequence", "Hash") VALUES ({head.SchoolId}, {head.Sequence}, {head.Hash}) ON CONFLICT DO NOTHING""", cancel);
        return await HeadAsync(head.SchoolId, cancel) ?? throw new InvalidOperationException("The audit chain could not be begun.");
    }

    /// <exception cref="InvalidOperationException">A row of another school would be written.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseOtherSchools();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc cref="SaveChanges(bool)"/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseOtherSchools();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<EntryDetail>().HaveConversion<DetailConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(ISchoolOwned).IsAssignableFrom(t.ClrType)).Select(t => t.ClrType).ToList())
        {
            FilterMethod.MakeGenericMethod(type).Invoke(this, [builder]);
        }
    }

    /// <summary>The other half of the wall: a mistake that gets hold of a foreign row cannot write it either.</summary>
    private void RefuseOtherSchools()
    {
        if (!Scope.AllSchools && ChangeTracker.Entries<ISchoolOwned>().FirstOrDefault(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity.SchoolId != Scope.SchoolId) is { } foreign)
        {
            throw new InvalidOperationException($"A row of another school would be written: {foreign.Metadata.ClrType.Name}.");
        }
    }

    private static readonly System.Reflection.MethodInfo FilterMethod =
        typeof(AppDb).GetMethod(nameof(FilterBySchool), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;

    private void FilterBySchool<T>(ModelBuilder builder) where T : class, ISchoolOwned =>
        builder.Entity<T>().HasQueryFilter(row => Scope.AllSchools || row.SchoolId == Scope.SchoolId);
}

/// <summary>The default engine: one file, nothing to install.</summary>
public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options, SchoolScope scope) : AppDb(options, scope)
{
    // Waiting longer for another writer than a proxy waits for an answer would say nothing.
    private const int ProbeSeconds = 2;

    public override bool HasOneWriter => true;

    protected override string HeadQuery => "SELECT * FROM \"AuditHeads\" WHERE \"SchoolId\" = {0}";

    // The engine takes this name for a transaction that locks nothing until it writes; what it reads is a snapshot all the same.
    protected override IsolationLevel OneMoment => IsolationLevel.ReadUncommitted;

    protected override string ListQuery => "SELECT * FROM \"StatusLists\" WHERE \"Id\" = {0}";

    /// <inheritdoc/>
    public override async Task ProbeAsync(CancellationToken cancel)
    {
        // A connection of its own: one that broke off within the transaction must not be handed on.
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(Database.GetConnectionString()) { DefaultTimeout = ProbeSeconds, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        await using var write = connection.CreateCommand();
        // On a file that can only be read, beginning alone succeeds.
        write.CommandText = "BEGIN IMMEDIATE; CREATE TABLE \"Probe\" (\"Id\" INTEGER); ROLLBACK;";
        await write.ExecuteNonQueryAsync(cancel);
    }

    /// <inheritdoc/>
    /// <remarks>A transaction of this engine holds the one writer's lock from its beginning.</remarks>
    public override Task LockLogAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    /// <inheritdoc cref="LockLogAsync" path="/remarks"/>
    public override Task LockSpaceAsync(Guid schoolId, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>The engine for many schools.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options, SchoolScope scope) : AppDb(options, scope)
{
    private const long LogLock = 0x534D4B4C4F47;

    // Locks of two numbers are apart from those of one. Schools that share the second wait for each other, no more.
    private const int SpaceLock = 0x534D4B53;

    public override bool HasOneWriter => false;

    protected override string HeadQuery => "SELECT * FROM \"AuditHeads\" WHERE \"SchoolId\" = {0} FOR UPDATE";

    protected override IsolationLevel OneMoment => IsolationLevel.RepeatableRead;

    protected override string ListQuery => "SELECT * FROM \"StatusLists\" WHERE \"Id\" = {0} FOR UPDATE";

    /// <inheritdoc/>
    public override async Task ProbeAsync(CancellationToken cancel)
    {
        if (await Database.SqlQueryRaw<string>("SELECT current_setting('transaction_read_only') AS \"Value\"").SingleAsync(cancel) == "on")
        {
            throw new IOException("The database can only be read.");
        }
    }

    /// <inheritdoc/>
    public override Task LockLogAsync(CancellationToken cancel) => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LogLock})", cancel);

    /// <inheritdoc/>
    public override Task LockSpaceAsync(Guid schoolId, CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SpaceLock}, hashtext({schoolId.ToString("D")}))", cancel);
}
