using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Web.Checking;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>The check for machines: a file as the body or as form field <c>file</c>, the report as JSON.</summary>
internal static class VerifyEndpoint
{
    public static void MapVerify(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/verify", CheckAsync)
            .AllowAnonymous()
            .RequireRateLimiting(Services.VerifyLimit)
            .WithName("VerifyDocument")
            .WithTags("Verify")
            .WithSummary("Checks a PDF or credential that is sent as the body or as the form field 'file'. Nothing is stored.")
            .Produces<JsonObject>(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                // Said by hand: the door takes any body, so no content type is demanded of it.
                var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/octet-stream"] = new() { Schema = file },
                        ["multipart/form-data"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = file } } },
                    },
                };
                return Task.CompletedTask;
            });

    private static async Task<IResult> CheckAsync(
        HttpRequest request, DocumentCheck check, LimitsSettings limits, IStringLocalizer<PlainReports> texts, IStringLocalizer<ErrorWords> refusals, CancellationToken cancel)
    {
        var presented = await PresentedFile.ReadAsync(request, limits.VerifyBytes, cancel);
        if (presented.Bytes is null)
        {
            return presented.TooLarge
                ? Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: ErrorWords.Say("file-too-large", limits.VerifyBytes / (1024 * 1024), refusals))
                : Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: ErrorWords.Say("empty", null, refusals));
        }
        try
        {
            return Results.Bytes((await check.RunAsync(presented.Bytes, cancel)).ToJson(), "application/json");
        }
        catch (UnknownKindException)
        {
            return Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: texts["This is neither PDF, JSON, JWT, PNG nor ZIP."]);
        }
    }
}
