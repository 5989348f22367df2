using System.Text.RegularExpressions;
using ActorIL.Numerics.Networks;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>
/// PyTorch's results: the files beside this one, and every file of the folder named by ACTORIL_GOLDEN, if it is set.
/// </summary>
public sealed partial class GoldenTests
{
    public static TheoryData<string> Files => [.. BundledFiles().Concat(NamedFiles())];

    [Theory]
    [MemberData(nameof(Files))]
    public void Results_agree_with_PyTorch(string path)
    {
        var name = Path.GetFileName(path);
        var inTorch = Path.GetFileName(Path.GetDirectoryName(path)) == "torch";
        if (inTorch && TorchFile().Match(name) is { Success: true } match)
        {
            Check(match.Groups["kind"].Value, path);
        }
        else
        {
            Assert.True(
                name == "README.md" || (!inTorch && EnvironmentFile().IsMatch(name)),
                $"'{path}' is of no known pattern: wanted torch/KIND-seedN.json or ENVIRONMENT-vN-seedN.json."
            );
        }
    }

    [Fact]
    public void A_named_folder_exists() =>
        Assert.Equal(ActorIL.Testing.Golden.TryNamedFolder(out var folder), folder.Length > 0);

    private static void Check(string kind, string path)
    {
        switch (kind)
        {
            case "mlp-tanh":
                MlpGolden.Check(GoldenFile.Read(path), ActivationFunction.Tanh);
                break;
            case "mlp-relu":
                MlpGolden.Check(GoldenFile.Read(path), ActivationFunction.Relu);
                break;
            case "mlp-gelu":
                MlpGolden.Check(GoldenFile.Read(path), ActivationFunction.Gelu);
                break;
            case "mlp-silu":
                MlpGolden.Check(GoldenFile.Read(path), ActivationFunction.Silu);
                break;
            case "layernorm":
                LayerNormGolden.Check(GoldenFile.Read(path));
                break;
            case "lstm":
                RecurrentGolden.CheckLstm(GoldenFile.Read(path));
                break;
            case "gru":
                RecurrentGolden.CheckGru(GoldenFile.Read(path));
                break;
            case "cross-entropy":
                LossGolden.CheckCrossEntropy(GoldenFile.Read(path));
                break;
            case "bce-logits":
                LossGolden.CheckBinaryCrossEntropy(GoldenFile.Read(path));
                break;
            case "adam-clip":
                AdamGolden.Check(GoldenFile.Read(path));
                break;
            case "ppo-categorical":
                PpoGolden.CheckCategorical(GoldenFile.Read(path));
                break;
            case "ppo-gaussian":
                PpoGolden.CheckGaussian(GoldenFile.Read(path));
                break;
            default:
                Assert.True(ConvolutionKind().IsMatch(kind), $"'{path}' is of no known kind: '{kind}'.");
                ConvolutionGolden.Check(GoldenFile.Read(path));
                break;
        }
    }

    private static string[] BundledFiles() =>
        Sorted(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "ActorIL.Numerics.Tests", "Golden", "torch")));

    // A folder that does not exist fails in A_named_folder_exists; here it must not hide every other case.
    private static string[] NamedFiles()
    {
        var folder = Environment.GetEnvironmentVariable(ActorIL.Testing.Golden.Variable);
        return !string.IsNullOrEmpty(folder) && Directory.Exists(folder)
            ? Sorted(
                Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Where(path => Path.GetRelativePath(folder, path).Replace('\\', '/').Split('/')[0] != "hocon")
            )
            : [];
    }

    private static string[] Sorted(IEnumerable<string> paths) => [.. paths.Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^(?<kind>[a-z]+(-[a-z0-9]+)*)-seed[0-9]+\.json$")]
    private static partial Regex TorchFile();

    [GeneratedRegex(@"^[A-Za-z0-9]+-v[0-9]+-seed[0-9]+\.json$")]
    private static partial Regex EnvironmentFile();

    [GeneratedRegex(@"^conv-k[0-9]+s[0-9]+$")]
    private static partial Regex ConvolutionKind();
}
