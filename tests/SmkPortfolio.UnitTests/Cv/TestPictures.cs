using SmkPortfolio.Cv;
using SmkPortfolio.Tests;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>Pictures of all shapes: landscape, portrait, turned by the camera, see-through, tiny.</summary>
internal static class TestPictures
{
    public static IReadOnlyList<CvPicture> All { get; } =
    [
        Of(Demo("scene-weld-3g-1.jpg"), "Sambungan 3G", "Las vertikal pada pelat baja"),
        Of(Demo("portrait-02.jpg"), "Di bengkel", "Seorang siswa berdiri di bengkel"),
        Of(TestPicture.Turned(6), "", "Bidang merah dan biru"),
        Of(TestPicture.Png(6, [200, 30, 30, 255, 30, 200, 30, 120, 30, 30, 200, 60, 0, 0, 0, 0]), "Logo tembus pandang", "Empat bidang berwarna"),
        Of(Demo("scene-bend-test-1.jpg"), "Uji tekuk", "Dua batang uji yang ditekuk"),
        Of(Demo("scene-technical-drawing-1.jpg"), "Gambar kerja", "Gambar teknik rangka"),
    ];

    private static byte[] Demo(string name) => File.ReadAllBytes(Repository.PathOf("assets", "demo", name));

    private static CvPicture Of(byte[] bytes, string caption, string alternative) =>
        new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), caption, alternative) { Bytes = bytes };
}
