global using Xunit;
global using static System.FormattableString;
