using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmkPortfolio.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeyLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "KeyId",
                table: "Credentials",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "KeyStolen",
                table: "Credentials",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Until now every issuer had one key for ever, so it is the one that signed.
            migrationBuilder.Sql(
                """
                UPDATE "Credentials" SET "KeyId" = COALESCE(
                    (SELECT k."Id" FROM "IssuerKeys" AS k WHERE k."IssuerId" = "Credentials"."IssuerId" ORDER BY k."From" LIMIT 1), '00000000-0000-0000-0000-000000000000')
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Credentials_KeyId",
                table: "Credentials",
                column: "KeyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Credentials_KeyId",
                table: "Credentials");

            migrationBuilder.DropColumn(
                name: "KeyId",
                table: "Credentials");

            migrationBuilder.DropColumn(
                name: "KeyStolen",
                table: "Credentials");
        }
    }
}
