using Azure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SmkPortfolio.Data;

/// <summary>Tells faults of an engine that may come right by themselves from faults of the program.</summary>
public static class StorageFaults
{
    // busy, locked, read-only, input/output, full, cannot open
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>True when this exception says that database or evidence store cannot be used; inner exceptions are not looked at.</summary>
    public static bool IsUnavailable(Exception fault) => fault switch
    {
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        // Class 28: the password or the permission to connect is missing, which an operator can mend.
        NpgsqlException postgres => postgres.IsTransient || postgres.SqlState?.StartsWith("28", StringComparison.Ordinal) == true,
        RequestFailedException or EvidenceFiles.BlobStoreUnavailableException => true,
        _ => false,
    };
}
