namespace ActorIL.Hocon.Tests;

public class QuantityTests
{
    public static TheoryData<string> OneSecond =>
        [
            "1s",
            "1 s",
            "1second",
            "1seconds",
            "1 seconds",
            "\"   1s    \"",
            "\"   1    s   \"",
            "1000",
            "\"1000\"",
            "1000ms",
            "1000 milli",
            "1000 millis",
            "1000 ms",
            "1000   milliseconds",
            "1000millisecond",
            "1000000us",
            "1000000 micro",
            "1000000 micros",
            "1000000microsecond",
            "1000000 microseconds",
            "1000000000ns",
            "1000000000 nano",
            "1000000000 nanos",
            "1000000000nanosecond",
            "1000000000  nanoseconds",
            "0.001e3s",
            ".1e1 s",
            "\"+1s\"",
            "0.01666666666666666666666m",
            "0.01666666666666666666666 minute",
            "0.01666666666666666666666 minutes",
            "0.00027777777777777777777h",
            "0.00027777777777777777777 hour",
            "0.00027777777777777777777 hours",
            "1.1574074074074073e-05d",
            "1.1574074074074073e-05 day",
            "1.1574074074074073e-05  days",
        ];

    public static TheoryData<string> OneMebibyte =>
        [
            "1048576",
            "1048576b",
            "1048576B",
            "1048576byte",
            "1048576  bytes",
            "\"    1048576  b   \"",
            "1024k",
            "1024K",
            "1024Ki",
            "1024KiB",
            "1024 kibibyte",
            "1024 kibibytes",
            "1m",
            "1M",
            "1 M",
            "1Mi",
            "1MiB",
            "1 mebibyte",
            "1 mebibytes",
            "0.0009765625g",
            "0.0009765625G",
            "0.0009765625Gi",
            "0.0009765625GiB",
            "0.0009765625 gibibytes",
        ];

    public static TheoryData<string> OneMegabyte =>
        [
            "1000000",
            "1000kB",
            "1000 kilobyte",
            "1000 kilobytes",
            "1MB",
            "1 megabyte",
            "1 megabytes",
            ".001GB",
            "1e-3 gigabyte",
        ];

    [Theory]
    [MemberData(nameof(OneSecond))]
    public void Durations_have_exactly_the_units_of_the_specification(string text) =>
        Assert.Equal(1_000_000_000, Texts.Value(Texts.Resolved($"a = {text}").DurationNanoseconds("a")));

    [Theory]
    [InlineData("1d", 86_400_000_000_000)]
    [InlineData("2h", 7_200_000_000_000)]
    [InlineData("-3m", -180_000_000_000)]
    [InlineData("4878955355435272204ns", 4878955355435272204)]
    [InlineData("-4878955355435272204ns", -4878955355435272204)]
    [InlineData("0.5ns", 0)]
    [InlineData("1.5ns", 2)]
    [InlineData("2.5ns", 2)]
    [InlineData("-1.5ns", -2)]
    public void Durations_are_exact_and_round_to_the_nearest_nanosecond(string text, long nanoseconds) =>
        Assert.Equal(nanoseconds, Texts.Value(Texts.Resolved($"a = {text}").DurationNanoseconds("a")));

    [Theory]
    [InlineData("100 dollars")]
    [InlineData("1 00 seconds")]
    [InlineData("1S")]
    [InlineData("1 Seconds")]
    [InlineData("1MS")]
    [InlineData("s")]
    [InlineData("\"\"")]
    [InlineData("1 s s")]
    [InlineData("1e400 s")]
    [InlineData("9223372036854775808ns")]
    [InlineData("300000000 d")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void Other_durations_are_errors(string text) =>
        Texts.Failure(Texts.Resolved($"a = {text}").DurationNanoseconds("a"));

    [Theory]
    [InlineData("3 weeks")]
    [InlineData("1w")]
    [InlineData("5 mo")]
    [InlineData("8y")]
    public void Calendar_periods_are_declared_out_clearly(string text) =>
        Assert.Contains(
            "calendar units",
            Texts.Failure(Texts.Resolved($"a = {text}").DurationNanoseconds("a")).Wanted,
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(OneMebibyte))]
    public void One_letter_sizes_are_powers_of_1024(string text) =>
        Assert.Equal(1_048_576, Texts.Value(Texts.Resolved($"a = {text}").SizeBytes("a")));

    [Theory]
    [MemberData(nameof(OneMegabyte))]
    public void Two_letter_sizes_are_powers_of_1000(string text) =>
        Assert.Equal(1_000_000, Texts.Value(Texts.Resolved($"a = {text}").SizeBytes("a")));

    [Theory]
    [InlineData("1T", 1L << 40)]
    [InlineData("1 tebibyte", 1L << 40)]
    [InlineData("1Pi", 1L << 50)]
    [InlineData("1pebibytes", 1L << 50)]
    [InlineData("1e", 1L << 60)]
    [InlineData("1EiB", 1L << 60)]
    [InlineData("1 exbibyte", 1L << 60)]
    [InlineData("1TB", 1_000_000_000_000)]
    [InlineData("1 petabyte", 1_000_000_000_000_000)]
    [InlineData("1EB", 1_000_000_000_000_000_000)]
    [InlineData("0.000001 ZB", 1_000_000_000_000_000)]
    [InlineData("0.000001 yottabytes", 1_000_000_000_000_000_000)]
    [InlineData("9223372036854775807 bytes", long.MaxValue)]
    public void Large_sizes_are_exact(string text, long bytes) =>
        Assert.Equal(bytes, Texts.Value(Texts.Resolved($"a = {text}").SizeBytes("a")));

    [Theory]
    [InlineData("100 dollars")]
    [InlineData("1 00 bytes")]
    [InlineData("1KB")]
    [InlineData("1 Kilobyte")]
    [InlineData("1kb")]
    [InlineData("1ki")]
    [InlineData("1mB")]
    [InlineData("-1")]
    [InlineData("-1 Z")]
    [InlineData("9223372036854775808 bytes")]
    [InlineData("1Z")]
    [InlineData("1.1YB")]
    [InlineData("1 zebibyte")]
    [InlineData("1000 exabytes")]
    [InlineData("10000000 petabytes")]
    public void Other_sizes_are_errors(string text) => Texts.Failure(Texts.Resolved($"a = {text}").SizeBytes("a"));
}
