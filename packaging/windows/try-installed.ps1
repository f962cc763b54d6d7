# Installs Tane silently on a real Windows, starts it once on the sample, and removes it again.
# usage: try-installed.ps1 PACKAGE_DIR     what package-windows made
param([Parameter(Mandatory)] [string] $PackageDir)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$setup = (Get-ChildItem "$PackageDir/tane-*-setup.exe").FullName
$folder = "$env:LOCALAPPDATA\Programs\Tane"

function Check([bool] $condition, [string] $what) {
    if (-not $condition) { throw "FAILED: $what" }
    Write-Host "ok: $what"
}

function Wait-Until([scriptblock] $condition, [int] $seconds = 60) {
    $end = (Get-Date).AddSeconds($seconds)
    while (-not (& $condition) -and (Get-Date) -lt $end) { Start-Sleep -Milliseconds 500 }
    return [bool] (& $condition)
}

foreach ($line in Get-Content "$PackageDir/tane-*-sha256.txt") {
    $sum, $name = $line -split ' \*', 2
    Check ((Get-FileHash "$PackageDir/$name" -Algorithm SHA256).Hash -eq $sum) "the sum of $name"
}

Check ((Start-Process $setup -ArgumentList '/S' -Wait -PassThru).ExitCode -eq 0) 'silent installation'
$version = & "$folder\tane-cli.exe" --version
Check ($LASTEXITCODE -eq 0 -and $version -like 'tane-cli *') "tane-cli: $version"

$window = Start-Process "$folder\tane.exe" -ArgumentList '--sample' -PassThru
Check (Wait-Until { $window.Refresh(); $window.MainWindowTitle -like '*.tane*' }) "the window: $($window.MainWindowTitle)"
Check ((Start-Process $setup -ArgumentList '/S' -Wait -PassThru).ExitCode -eq 3) 'no update while Tane is running'
Check ($window.CloseMainWindow()) 'the window closes'
Check ($window.WaitForExit(20000)) 'the program ends'

Start-Process "$folder\uninstall.exe" -ArgumentList '/S' -Wait
Check (Wait-Until { -not (Test-Path $folder) }) 'the folder is gone'
foreach ($key in 'HKCU:\Software\Classes\.tane', 'HKCU:\Software\Classes\Tane.File',
        'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Tane') {
    Check (-not (Test-Path $key)) "gone: $key"
}
