namespace SmkPortfolio.WebTests.Walls;

/// <summary>What somebody of another school finds behind a door.</summary>
internal enum Behind
{
    /// <summary>One record, named by the request: 404, whoever asks from another school, and nothing is changed.</summary>
    Record,

    /// <summary>The reader's own things: nothing of another school stands there.</summary>
    Own,

    /// <summary>A form about own things that can name a record: refused when it names a foreign one.</summary>
    Refused,

    /// <summary>Shows by design what is public, or what whoever holds a token or code may see; or names no record at all.</summary>
    Open,
}

/// <summary>One way to knock at a door.</summary>
/// <param name="Door">Method, pattern and handler as <see cref="HostDoors"/> lists them.</param>
/// <param name="Path">The address with records of that school filled in.</param>
/// <param name="Owner">Who of that school gets in, to show that the address is the right one; null for what has no owner.</param>
/// <param name="Fields">What is posted, beside the anti-forgery token.</param>
internal sealed record Knock(string Door, Behind Behind, Func<WalledSchool, string> Path, Func<WalledSchool, Guid>? Owner = null, Func<WalledSchool, (string Name, string Value)[]>? Fields = null)
{
    public bool IsPost => Door.StartsWith("POST ", StringComparison.Ordinal);
}

/// <summary>Every door of the host. A new door fails the tests until it stands here with what another school finds behind it.</summary>
internal static class DoorTable
{
    public static readonly IReadOnlyList<Knock> All =
    [
        // A student's entries
        Own("GET /entries", "/entries"),
        Own("GET /entries/bin", "/entries/bin"),
        Own("GET /entries/new", "/entries/new"),
        Open("POST /entries/new"),
        Student("GET /entries/{id:guid}", s => $"/entries/{s.DraftId}"),
        Student("GET /entries/{id:guid}", s => $"/entries/{s.Work.EntryId}"),
        Student("GET /entries/{id:guid}/edit", s => $"/entries/{s.DraftId}/edit"),
        Student("POST /entries/{id:guid}/edit", s => $"/entries/{s.DraftId}/edit", _ => [("f.title", "Direbut"), ("Version", "1")]),
        Student("POST /entries/{id:guid}/edit Autosave", s => $"/entries/{s.DraftId}/edit?handler=Autosave", _ => [("f.title", "Direbut"), ("Version", "1")]),
        Student("POST /entries/{id:guid} Submit", s => $"/entries/{s.DraftId}?handler=Submit"),
        Student("POST /entries/{id:guid} TakeBack", s => $"/entries/{s.WaitingId}?handler=TakeBack"),
        Student("POST /entries/{id:guid} Bin", s => $"/entries/{s.DraftId}?handler=Bin"),
        Student("POST /entries/{id:guid} Restore", s => $"/entries/{s.DraftId}?handler=Restore"),

        // Files and signed records
        Student("GET /evidence/{id:guid}", s => $"/evidence/{s.Work.PictureId}"),
        Student("GET /evidence/{id:guid}/erase", s => $"/evidence/{s.Work.PictureId}/erase"),
        Student("POST /evidence/{id:guid}/erase", s => $"/evidence/{s.Work.PictureId}/erase", _ => [("Input.Reason", "Direbut")]),
        Student("GET /portfolio/photo/{personId:guid}", s => $"/portfolio/photo/{s.Work.StudentId}"),
        Student("GET /revisions/{id:guid}", s => $"/revisions/{s.Work.RevisionId}"),
        Student("GET /schools/{npsn}/credentials/{id:guid}", s => $"/schools/{s.Work.Npsn}/credentials/{s.Badge.PublicId}"),
        Student("GET /schools/{npsn}/endorsements/{id:guid}", s => $"/schools/{s.Work.Npsn}/endorsements/{s.Signed.PublicId}"),

        Student("GET /schools/{npsn}/credentials/{id:guid}/log-proof", s => $"/schools/{s.Work.Npsn}/credentials/{s.Badge.PublicId}/log-proof"),
        Student("GET /schools/{npsn}/endorsements/{id:guid}/log-proof", s => $"/schools/{s.Work.Npsn}/endorsements/{s.Signed.PublicId}/log-proof"),

        Student("GET /schools/{npsn}/credentials/{id:guid}/jwt", s => $"/schools/{s.Work.Npsn}/credentials/{s.Badge.PublicId}/jwt"),
        Student("GET /schools/{npsn}/endorsements/{id:guid}/jwt", s => $"/schools/{s.Work.Npsn}/endorsements/{s.Signed.PublicId}/jwt"),
        Student("GET /schools/{npsn}/credentials/{id:guid}/badge.png", s => $"/schools/{s.Work.Npsn}/credentials/{s.Badge.PublicId}/badge.png"),
        Own("GET /exports", "/exports"),
        Own("GET /exports Bundle", "/exports?handler=Bundle&files=true"),

        // Files on their way, each the sender's own; TusPartsTests tries the methods that no page uses
        Student("GET /uploads/{id:guid}", s => $"/uploads/{s.UploadId}"),
        Open("POST /uploads"), Open("OPTIONS /uploads"), Open("OPTIONS /uploads/{id:guid}"), Open("POST /uploads/{id:guid}"), Open("PATCH /uploads/{id:guid}"), Open("DELETE /uploads/{id:guid}"),

        // Portfolio, CVs, links: the reader's own, or a foreign id in a field
        Own("GET /portfolio", "/portfolio"),
        Open("POST /portfolio"), Open("POST /portfolio Autosave"), Open("POST /portfolio Photo"), Open("POST /portfolio RemovePhoto"), Open("POST /portfolio AddLanguage"), Open("POST /portfolio RemoveLanguage"),
        Own("GET /portfolio/abroad", "/portfolio/abroad"),
        Open("POST /portfolio/abroad"), Open("POST /portfolio/abroad Past"), Open("POST /portfolio/abroad Forget"), Open("POST /portfolio/abroad Grade"),
        Own("GET /portfolio/texts/{language}", "/portfolio/texts/ja?All=true"),
        Open("POST /portfolio/texts/{language}"), Open("POST /portfolio/texts/{language} Autosave"),
        Own("GET /cvs", "/cvs"),
        Own("GET /cvs/new", "/cvs/new"),
        Student("GET /cvs Pdf", s => $"/cvs?handler=Pdf&id={s.Paper.Id}"),
        Student("POST /cvs Withdraw", s => "/cvs?handler=Withdraw", s => [("id", s.Paper.Id.ToString()), ("reason", "Direbut")]),
        Refused("POST /cvs/new", "/cvs/new", s => [("Input.Language", "id"), ("Input.Entries", s.Work.EntryId.ToString())]),
        Refused("POST /cvs/new Preview", "/cvs/new?handler=Preview", s => [("Input.Language", "id"), ("Input.Entries", s.Work.EntryId.ToString())]),
        new("POST /cvs/new Choose", Behind.Own, _ => "/cvs/new?handler=Choose", null, s => [("Input.Language", "id"), ("choose", "europass"), ("Input.Entries", s.Work.EntryId.ToString())]),
        Student("GET /cvs/preview/{ticket}/{page:int}.svg", s => $"/cvs/preview/{s.Ticket}/1.svg"),
        Student("GET /cvs/{id:guid}", s => $"/cvs/{s.Paper.Id}"),
        Student("GET /cvs/{id:guid}/shape/{shape}", s => $"/cvs/{s.Paper.Id}/shape/json-resume"),
        Student("GET /cvs/{id:guid}/changes", s => $"/cvs/{s.Paper.Id}/changes?since={s.Paper.Id}"),
        Own("GET /shares", "/shares"),
        Refused("POST /shares", "/shares", s => [("Input.Paper", s.Paper.Id.ToString()), ("Input.Days", "30")]),
        Student("POST /shares Revoke", s => "/shares?handler=Revoke", s => [("id", s.LinkId.ToString())]),

        // Review
        Own("GET /reviews", "/reviews"),
        Own("GET /reviews", s => $"/reviews?class={s.ClassId}"),
        Own("GET /reviews/endorsements", "/reviews/endorsements"),
        Teacher("GET /reviews/{id:guid}", s => $"/reviews/{s.WaitingId}"),
        Teacher("GET /reviews/{id:guid}", s => $"/reviews/{s.Work.EntryId}"),
        Teacher("GET /reviews/{id:guid}/alike", s => $"/reviews/{s.Work.EntryId}/alike"),
        Teacher("GET /reviews/{id:guid}/alike/{evidenceId:guid}", s => $"/reviews/{s.Work.EntryId}/alike/{s.AlikeId}"),
        Teacher("POST /reviews/{id:guid} Endorse", s => $"/reviews/{s.WaitingId}?handler=Endorse", s => [("Revision", s.WaitingRevisionId.ToString()), ("Statement", "Direbut")]),
        Teacher("POST /reviews/{id:guid} Return", s => $"/reviews/{s.WaitingId}?handler=Return", s => [("Revision", s.WaitingRevisionId.ToString()), ("Reason", "Direbut")]),
        Teacher("POST /reviews/{id:guid} Decline", s => $"/reviews/{s.WaitingId}?handler=Decline", s => [("Revision", s.WaitingRevisionId.ToString()), ("Reason", "Direbut")]),
        Teacher("POST /reviews/endorsements Withdraw", s => "/reviews/endorsements?handler=Withdraw", s => [("id", s.EndorsementId.ToString()), ("Reason", "Direbut")]),

        new("GET /reviews/batch", Behind.Refused, s => $"/reviews/batch?pick={s.WaitingId}"),
        new("POST /reviews/batch", Behind.Own, _ => "/reviews/batch", null, s => [("Revisions", s.WaitingRevisionId.ToString()), ("Statement", "Direbut")]),
        Own("GET /reviews/batch/done", "/reviews/batch/done"),

        // The operator's list
        Own("GET /students", "/students"),
        Own("GET /students", "/students?q=Dewi"),
        Operator("GET /students/{id:guid}", s => $"/students/{s.Work.StudentId}"),
        Operator("POST /students/{id:guid} Stop", s => $"/students/{s.Work.StudentId}?handler=Stop", s => [("Reason", "Direbut")]),
        Operator("POST /students/{id:guid} Resume", s => $"/students/{s.Work.StudentId}?handler=Resume", s => [("Reason", "Direbut")]),

        // Papers for many
        Own("GET /batches", "/batches"),
        Own("GET /batches/new", "/batches/new"),
        Open("POST /batches/new"), new("POST /batches/new Choose", Behind.Own, _ => "/batches/new?handler=Choose", null, _ => [("choose", "europass")]),
        Refused("POST /batches/new Count", "/batches/new?handler=Count", s => [("Input.Format", "drh"), ("Input.Language", "id"), ("Input.Classes", s.ClassId.ToString()), ("Input.Lines", "all")]),
        Operator("GET /batches/{id:guid}", s => $"/batches/{s.BatchId}"),
        Operator("GET /batches/{id:guid} Zip", s => $"/batches/{s.BatchId}?handler=Zip"),
        Operator("GET /batches/{id:guid} Print", s => $"/batches/{s.BatchId}?handler=Print&group={Uri.EscapeDataString(WalledSchool.BatchClass)}"),
        Operator("POST /batches/{id:guid} Cancel", s => $"/batches/{s.BatchId}?handler=Cancel"),
        Operator("POST /batches/{id:guid} Again", s => $"/batches/{s.BatchId}?handler=Again"),

        // Keys, and the school's decisions on what it has issued
        Own("GET /keys", "/keys"),
        new("POST /keys Reissue", Behind.Own, _ => "/keys?handler=Reissue"),
        Operator("POST /keys ExchangeSeal", _ => "/keys?handler=ExchangeSeal", s => [("Seal", s.SealId.ToString()), ("SealReason", "Direbut")]),
        Operator("POST /keys ReportSeal", _ => "/keys?handler=ReportSeal", s => [("Seal", s.SealId.ToString()), ("SealReason", "Direbut")]),
        Own("GET /keys/mine", "/keys/mine"),
        new("POST /keys/mine Report", Behind.Own, _ => "/keys/mine?handler=Report", null, _ => [("Theft", "Direbut")]),
        Operator("GET /keys/{id:guid}", s => $"/keys/{s.Badge.IssuerId}"),
        Operator("GET /keys/{id:guid}", s => $"/keys/{s.Signed.IssuerId}"),
        Operator("POST /keys/{id:guid} Rotate", s => $"/keys/{s.Badge.IssuerId}?handler=Rotate", _ => [("Reason", "Direbut")]),
        Operator("POST /keys/{id:guid} Retire", s => $"/keys/{s.Signed.IssuerId}?handler=Retire", _ => [("Reason", "Direbut")]),
        Operator("POST /keys/{id:guid} Report", s => $"/keys/{s.Badge.IssuerId}?handler=Report", s => [("Theft", "Direbut"), ("Stolen", s.Badge.KeyId.ToString())]),
        Operator("GET /credentials/{id:guid}", s => $"/credentials/{s.Badge.Id}"),
        Operator("POST /credentials/{id:guid} Suspend", s => $"/credentials/{s.Badge.Id}?handler=Suspend", _ => [("Reason", "Direbut")]),
        Operator("POST /credentials/{id:guid} Lift", s => $"/credentials/{s.Badge.Id}?handler=Lift", _ => [("Reason", "Direbut")]),
        Operator("POST /credentials/{id:guid} Replace", s => $"/credentials/{s.Badge.Id}?handler=Replace", _ => [("Reason", "Direbut")]),
        Operator("POST /credentials/{id:guid} Withdraw", s => $"/credentials/{s.Badge.Id}?handler=Withdraw", _ => [("Reason", "Direbut")]),

        // Guardian
        Own("GET /guardian", "/guardian"),
        Guardian("POST /guardian Give", "/guardian?handler=Give", s => [("Student", s.Work.StudentId.ToString()), ("Purpose", "PublicPhoto")]),
        Guardian("POST /guardian Withdraw", "/guardian?handler=Withdraw", s => [("Student", s.Work.StudentId.ToString()), ("Purpose", "ShareLinks")]),

        // Everybody's own door
        Own("GET /", "/"),
        Own("GET /account/password", "/account/password"),
        Open("POST /account/password"), Open("GET /account/login"), Open("POST /account/login"), Open("GET /account/logout"), Open("POST /account/logout"),
        Open("GET /language/{code}"), Open("GET /error/{code:int:range(400,599)}"),

        // To whoever holds the paper or the link
        Open("GET /verify"), Open("POST /verify"), Open("POST /verify Rows"), Open("POST /verify Table"), Open("GET /verify/{code}"), Open("GET /verify/checker.html"), Open("GET /s/{token}"), Open("GET /s/{token}/{fileName}"), Open("POST /api/v1/verify"),

        // Keys, lists, register, what was achieved: no person in them
        Open("GET /.well-known/did.json"), Open("GET /schools/{npsn}/did.json"), Open("GET /schools/{npsn}/staff/{opaque}/did.json"), Open("GET /partners/{partnerId:guid}/mentors/{opaque}/did.json"),
        Open("GET /.well-known/status/rev-{number:int}.json"), Open("GET /schools/{npsn}/status/rev-{number:int}.json"), Open("GET /schools/{npsn}/staff/{opaque}/status/rev-{number:int}.json"),
        Open("GET /partners/{partnerId:guid}/mentors/{opaque}/status/rev-{number:int}.json"),
        Open("GET /register.jws"), Open("GET /registers/{number:int}.jws"), Open("GET /registers/{number:int}/log-proof"), Open("GET /log/checkpoint"), Open("GET /log/tile/{**path}"), Open("GET /schools/{npsn}/credentials/{id:guid}/state"), Open("GET /schools/{npsn}/achievements/{id:guid}"), Open("GET /competencies/{code}"),
        Open("GET /openapi/{documentName}.json"), Open("GET /health/live"), Open("GET /health/ready"),
    ];

    private static Knock Open(string door) => new(door, Behind.Open, _ => "");

    private static Knock Own(string door, string path) => new(door, Behind.Own, _ => path);

    private static Knock Own(string door, Func<WalledSchool, string> path) => new(door, Behind.Own, path);

    private static Knock Refused(string door, string path, Func<WalledSchool, (string, string)[]> fields) => new(door, Behind.Refused, _ => path, null, fields);

    private static Knock Student(string door, Func<WalledSchool, string> path, Func<WalledSchool, (string, string)[]>? fields = null) => new(door, Behind.Record, path, s => s.Work.StudentId, fields);

    private static Knock Teacher(string door, Func<WalledSchool, string> path, Func<WalledSchool, (string, string)[]>? fields = null) => new(door, Behind.Record, path, s => s.Work.TeacherId, fields);

    private static Knock Operator(string door, Func<WalledSchool, string> path, Func<WalledSchool, (string, string)[]>? fields = null) => new(door, Behind.Record, path, s => s.OperatorId, fields);

    private static Knock Guardian(string door, string path, Func<WalledSchool, (string, string)[]> fields) => new(door, Behind.Record, _ => path, s => s.GuardianId, fields);
}
