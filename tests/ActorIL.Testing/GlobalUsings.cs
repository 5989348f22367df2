global using static System.FormattableString;
global using Xunit;
