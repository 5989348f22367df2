using ActorIL.Storage.Datasets;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Datasets;

public sealed class SidecarDamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly byte[] _whole;

    public SidecarDamageTests()
    {
        _path = Outcome.Value(DatasetFile.Save(_folder["a.npz"], SampleDatasets.Sidecar, SampleDatasets.Content));
        _whole = File.ReadAllBytes(DatasetFile.SidecarOf(_path));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sidecar_cut_anywhere_is_an_error()
    {
        // The last byte is a line feed, which nobody misses.
        for (var length = 0; length < _whole.Length - 2; length += 3)
        {
            Outcome.Error(Load(_whole[..length]));
        }
    }

    [Fact]
    public void A_changed_byte_is_an_error_or_another_word()
    {
        for (var at = 0; at < _whole.Length; at++)
        {
            var bytes = _whole.ToArray();
            bytes[at] ^= (at % 3) switch
            {
                0 => (byte)0x01,
                1 => (byte)0x10,
                _ => (byte)0x80,
            };
            _ = Load(bytes).Match(_ => true, error => error.Found.Length > 0);
        }
    }

    [Theory]
    [InlineData("schema", "actoril.dataset/1", "actoril.dataset/2")]
    [InlineData("key", "0123456789abcdef", "0123456789abcde")]
    [InlineData("space", "\"box\"", "\"ball\"")]
    [InlineData("kind", "\"run\",", "\"walk\",")]
    [InlineData("number", "18446744073709551615", "18446744073709551616")]
    public void What_does_not_fit_is_named(string name, string found, string replaced)
    {
        var text = System.Text.Encoding.UTF8.GetString(_whole);
        Assert.Contains(found, text, StringComparison.Ordinal);
        var error = Outcome.Error(
            Load(System.Text.Encoding.UTF8.GetBytes(text.Replace(found, replaced, StringComparison.Ordinal)))
        );
        Snapshot.Matches(error.ToString().Replace(_folder.Path, "FOLDER", StringComparison.Ordinal), name);
    }

    private Core.Prelude.Result<LoadedDataset, Core.Prelude.Error> Load(byte[] sidecar)
    {
        File.WriteAllBytes(DatasetFile.SidecarOf(_path), sidecar);
        return DatasetFile.Open(_path);
    }
}
